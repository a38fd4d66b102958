package org.lacuna.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

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

    /** The body read as HTML, whatever it is. */
    Document html();

    /** What a visitor without scripts can read in the body, {@link Wording#folded folded}. */
    String visibleText();

    /** The body read as JSON (RFC 8259), if it is that. */
    Optional<JsonNode> json();

    /** The first JSON value in the scripts that this source names, if there is one. */
    Optional<JsonNode> json(ScriptSource source);
}
