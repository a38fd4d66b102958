package org.lacuna.cases;

import java.util.Arrays;
import java.util.Locale;

/** How well a case is checked, apart from its status. */
public enum Verification {
    /** One origin says so. */
    REPORTED,
    /** Two origins or kinds of evidence that do not depend on each other say so. */
    CORROBORATED,
    /** An editor checked it. */
    VERIFIED,
    /** Somebody contradicts it with reasons. */
    DISPUTED,
    /** It was wrong; it stays visible as such. */
    RETRACTED;

    /** The word in files and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a {@link #word()}.
     *
     * @throws IllegalArgumentException naming the words that exist
     */
    public static Verification of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a verification out of "
                        + Arrays.stream(values()).map(Verification::word).toList() + ", found '" + word + "'"));
    }
}
