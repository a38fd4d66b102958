package org.lacuna.page;

import java.time.LocalDate;
import java.time.YearMonth;
import org.lacuna.shared.EdtfDate;

/** A date of the record in the words of a language; what is uncertain is said to be. */
public final class Dates {
    private static final int MONTH = "2020-05".length();

    private final Say say;

    public Dates(Say say) {
        this.say = say;
    }

    /** {@code 7 June 2020}, {@code about May 2020}, {@code by 11 June 2020}. */
    public String words(EdtfDate date) {
        String text = date.toString();
        int slash = text.indexOf('/');
        if (slash < 0) {
            return point(text);
        }
        String from = text.substring(0, slash);
        String to = text.substring(slash + 1);
        if (from.equals("..")) {
            return say.of("date.by", "date", point(to));
        }
        return to.equals("..")
                ? say.of("date.from", "date", point(from))
                : say.of("date.between", "from", point(from), "to", point(to));
    }

    /** The same inside a sentence: {@code on 7 June 2020}, {@code in May 2020}. */
    public String when(EdtfDate date) {
        if (exact(date)) {
            return say.of("date.on", "date", words(date));
        }
        return date.toString().matches("\\d{4}-\\d{2}") ? say.of("date.in", "date", words(date)) : words(date);
    }

    /** What is not known about an inexact date. */
    public String doubt(EdtfDate date) {
        if (date.earliest().isEmpty()) {
            return say.of("date.doubt.earlier");
        }
        if (date.latest().isEmpty()) {
            return say.of("date.doubt.later");
        }
        return say.of(date.approximate() ? "date.doubt.about" : "date.doubt.day");
    }

    /** Whether it is one day that nobody doubts. */
    public static boolean exact(EdtfDate date) {
        return date.toString().matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private String point(String point) {
        if (point.endsWith("~")) {
            return say.of("date.about", "date", point(point.substring(0, point.length() - 1)));
        }
        return point.length() == MONTH ? say.month(YearMonth.parse(point).atDay(1)) : say.day(LocalDate.parse(point));
    }
}
