package org.lacuna.shared;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An {@link EdtfDate} for a person to read, in English: {@code 7 June 2020}, {@code about May 2020}, {@code by 11 June 2020}. */
public final class EdtfWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private EdtfWords() {}

    /** The date in words; what is uncertain is said to be. */
    public static String of(EdtfDate date) {
        String text = date.toString();
        int slash = text.indexOf('/');
        if (slash < 0) {
            return point(text);
        }
        String from = text.substring(0, slash);
        String to = text.substring(slash + 1);
        if (from.equals("..")) {
            return "by " + point(to);
        }
        if (to.equals("..")) {
            return point(from) + " or later";
        }
        return "between " + point(from) + " and " + point(to);
    }

    private static String point(String point) {
        if (point.endsWith("~")) {
            return "about " + point(point.substring(0, point.length() - 1));
        }
        return point.length() == "2020-05".length()
                ? YearMonth.parse(point).format(MONTH)
                : LocalDate.parse(point).format(DAY);
    }
}
