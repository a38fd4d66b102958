package org.lacuna.publication.search;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A word that no text holds, kept among the words of a version so that one index answers for both. */
final class Mark {
    /** No word begins with a blank; see {@code publication.words}. */
    static final String BEFORE = " ";

    static final String BETWEEN = "/";

    private Mark() {}

    static String of(String name, String value) {
        return BEFORE + name + BETWEEN + value;
    }

    /** Any of these, in the form of a tsquery. */
    static String any(Stream<String> marks) {
        return marks.map(mark -> "'" + mark.replace("\\", "\\\\").replace("'", "''") + "'")
                .collect(Collectors.joining(" | ", "(", ")"));
    }
}
