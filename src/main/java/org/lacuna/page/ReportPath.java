package org.lacuna.page;

import java.util.regex.Pattern;

/** Which addresses belong to the pages of people who report, in any language. */
final class ReportPath {
    private static final Pattern FORM = Pattern.compile("(?:/[A-Za-z]{2}(?:-[A-Za-z]{4})?)?/submit(?:/.*)?");

    private ReportPath() {}

    static boolean is(String path) {
        return FORM.matcher(path).matches();
    }
}
