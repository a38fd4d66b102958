package org.lacuna.cases;

import java.util.Locale;

/** Where a case stands, folded from its restrictions. */
public enum Status {
    RESTRICTED,
    PARTIALLY_RESTORED,
    RESTORED,
    ENDED_OTHERWISE,
    UNKNOWN;

    /** The word in JSON, such as {@code partially-restored}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
