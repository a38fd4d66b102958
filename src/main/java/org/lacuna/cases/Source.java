package org.lacuna.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Slug;

/**
 * Something published, or sent to us, that a line cites.
 *
 * @param id unique in its incident; outside it {@code incident/id}
 * @param publisher who published it; {@code A at B} and {@code A (copy at B)} are A's words found at B
 * @param url where it stands; empty for what was only sent to us
 * @param published the day of publication, if the copy shows one
 * @param language a BCP 47 tag
 * @param archived digest of our own copy
 */
public record Source(
        String id,
        String publisher,
        String title,
        Optional<String> url,
        Optional<LocalDate> published,
        String language,
        Optional<Digest> archived) {
    public Source {
        Slug.check(id);
        Texts.check("publisher", publisher);
        Texts.check("title", title);
        url.ifPresent(Texts::checkAddress);
        if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            throw new IllegalArgumentException(
                    "expected a language tag such as en or zh-Hant, found '" + language + "'");
        }
    }

    /**
     * The address, if it is one that can be shown as a link.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static String checkUrl(String url) {
        Texts.checkAddress(url);
        return url;
    }

    /** The same source under another id. */
    Source under(String other) {
        return new Source(other, publisher, title, url, published, language, archived);
    }

    /** Whoever wrote it first: two copies of one report are one origin. */
    String origin() {
        return publisher.replaceFirst(" \\(.*\\)$", "").replaceFirst(" at .*$", "");
    }
}
