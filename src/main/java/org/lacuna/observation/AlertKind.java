package org.lacuna.observation;

import org.lacuna.shared.Word;

/** What makes a definition suspect. */
public enum AlertKind implements Word {
    /** The platform's control does not look as it must. */
    CONTROL_FAILED,
    /** Most of its subjects are read as unclear. */
    MOSTLY_UNCLEAR;

    static AlertKind of(String word) {
        return Word.of(AlertKind.class, word)
                .orElseThrow(() -> new IllegalArgumentException("expected a kind of alert, found '" + word + "'"));
    }
}
