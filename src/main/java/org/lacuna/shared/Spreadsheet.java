package org.lacuna.shared;

/**
 * Keeps text that somebody else chose from being run as a formula where a CSV file is opened in a spreadsheet (OWASP, CSV
 * Injection). Such a cell gets an apostrophe in front, and so does one that has an apostrophe there already: whoever takes
 * one leading apostrophe away from every cell of such a column has what was recorded.
 */
public final class Spreadsheet {
    /** Also in the wide forms that spreadsheets of East Asia read as the same. */
    private static final String STARTS = "=+-@\t\r\n'＝＋－＠";

    private Spreadsheet() {}

    /** The text, as a cell of a CSV file may hold it. */
    public static String safe(String text) {
        return text.isEmpty() || STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
