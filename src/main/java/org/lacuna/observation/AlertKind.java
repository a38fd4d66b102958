package org.lacuna.observation;

import java.util.Arrays;
import org.lacuna.shared.Word;

/** What makes a definition suspect. */
public enum AlertKind implements Word {
    /** The platform's control does not look as it must. */
    CONTROL_FAILED,
    /** Most of its subjects are read as unclear. */
    MOSTLY_UNCLEAR;

    static AlertKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a kind of alert, found '" + word + "'"));
    }
}
