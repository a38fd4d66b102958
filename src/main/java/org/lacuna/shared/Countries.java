package org.lacuna.shared;

import java.util.Locale;
import java.util.Set;

/** Countries by their ISO 3166-1 alpha-2 codes. */
public final class Countries {
    /** The word that stands alone in a scope which knows no border. */
    public static final String WORLDWIDE = "worldwide";

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    /**
     * The code, if it is one.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static String check(String code) {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("expected an ISO 3166 country code such as HK, found '" + code + "'");
        }
        return code;
    }
}
