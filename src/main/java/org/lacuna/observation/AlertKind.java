package org.lacuna.observation;

import java.util.Arrays;
import java.util.Locale;

/** What makes a definition suspect. */
public enum AlertKind {
    /** The platform's control does not look as it must. */
    CONTROL_FAILED,
    /** Most of its subjects are read as unclear. */
    MOSTLY_UNCLEAR;

    /** As it is stored and shown: {@code control-failed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AlertKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a kind of alert, found '" + word + "'"));
    }
}
