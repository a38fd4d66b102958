package org.lacuna.shared;

import java.util.regex.Pattern;

/** The form of every identifier that stands in a URL: lower-case words and digits joined by single hyphens, at most 80 characters. */
public final class Slug {
    /** As a regular expression, the length aside. */
    public static final String FORM = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final Pattern WHOLE = Pattern.compile(FORM);

    private Slug() {}

    /** Whether the text has the form. */
    public static boolean fits(String text) {
        return text.length() <= 80 && WHOLE.matcher(text).matches();
    }

    /**
     * The slug, if it has the form.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static String check(String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException(
                    "expected lower-case words joined by '-', at most 80 characters, found '" + text + "'");
        }
        return text;
    }
}
