package org.lacuna.cases;

import java.util.Arrays;
import org.lacuna.shared.Word;

/** How well a case is checked, apart from its status. */
public enum Verification implements Word {
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

    /**
     * Reads a {@link #word()}.
     *
     * @throws IllegalArgumentException naming the words that exist
     */
    public static Verification of(String word) {
        return Word.of(Verification.class, word)
                .orElseThrow(() -> new IllegalArgumentException("expected a verification out of "
                        + Arrays.stream(values()).map(Verification::word).toList() + ", found '" + word + "'"));
    }
}
