package org.lacuna.publication.citation;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A line of a list of references. The publisher is the author and is therefore named once (APA 7, §9.29). */
final class Apa {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu, MMMM d", Locale.ENGLISH);

    private Apa() {}

    static String write(Citation citation) {
        return "%s. (%s). %s (Version %d) [Data set]. %s"
                .formatted(
                        Citation.PUBLISHER,
                        DAY.format(citation.day()),
                        oneLine(citation.title()),
                        citation.version(),
                        citation.permalink());
    }

    /** A text in which nothing breaks the line, whatever script it is in. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
