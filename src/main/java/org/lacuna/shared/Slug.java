package org.lacuna.shared;

import java.util.regex.Pattern;

/** The form of every identifier that stands in a URL: lower-case words and digits joined by single hyphens, at most 80 characters. */
public final class Slug {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {}

    /** Whether the text has the form. */
    public static boolean fits(String text) {
        return text.length() <= 80 && FORM.matcher(text).matches();
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
