package org.lacuna.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a condition may look at in one answer. Parsing costs more than fetching: an implementation parses when first
 * asked and remembers.
 */
public interface Capture {
    /** Three digits; 0 if not known. */
    int status();

    /** The URL that answered, after redirects. */
    URI answered();

    /** All values of a header, whatever the case of its name; empty if it was not sent. */
    List<String> header(String name);

    /** The body as text as it was sent, its first characters if it is longer. */
    String body(int longest);

    /**
     * Whether the body may have this somewhere, in its tags or in what they enclose, whatever the case of its letters.
     * Where the answer is no, it has not.
     *
     * @param word at least four characters, of ASCII or beyond Latin-1
     */
    boolean mayHave(String word);

    /** The body read as HTML, whatever it is. */
    Document html();

    /**
     * The elements of the page that are at least this, in document order.
     *
     * @param anchor a name such as {@code meta}, {@code #id}, or {@code .class} in lower case; empty for all of them
     */
    List<Element> elements(String anchor);

    /** The same in the page's head alone, for which the rest need not be read. */
    List<Element> elementsInHead(String anchor);

    /** What a visitor without scripts can read in the body, {@link Wording#folded folded}. */
    String visibleText();

    /** The first JSON value (RFC 8259) that stands where this source says, if there is one. */
    Optional<JsonNode> json(JsonSource source);
}
