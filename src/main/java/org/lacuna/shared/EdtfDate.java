package org.lacuna.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day that is not always known, in the notation of EDTF (ISO 8601-2:2019), with one reading:
 *
 * <ul>
 *   <li>{@code 2020-06-07} that day
 *   <li>{@code 2020-05} some day in that month
 *   <li>{@code 2020-05~}, {@code 2020-05-22~} about then; the bounds are those without the tilde
 *   <li>{@code 2020-06-10/2020-06-11} some day in this interval, both ends included
 *   <li>{@code ../2020-06-11} not later than; {@code 2021-05-26/..} not earlier than
 * </ul>
 *
 * An interval is where <em>one</em> day lies, never a duration. Other forms of EDTF are refused.
 *
 * <p>The order is that of a timeline: by the first day it can mean, then by the last; a date without a first day stands
 * at its last one.
 */
public final class EdtfDate implements Comparable<EdtfDate> {
    private static final String FORMS =
            "2020-06-07, 2020-05, 2020-05~, 2020-06-10/2020-06-11, ../2020-06-11 or 2021-05-26/..";
    private static final Pattern POINT = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?(~)?");
    private static final String OPEN = "..";
    private static final Comparator<EdtfDate> TIMELINE = Comparator.comparing(EdtfDate::place)
            .thenComparing(date -> date.latest.orElse(LocalDate.MAX))
            .thenComparing(date -> date.text);

    private final String text;
    private final Optional<LocalDate> earliest;
    private final Optional<LocalDate> latest;

    private EdtfDate(String text, Optional<LocalDate> earliest, Optional<LocalDate> latest) {
        this.text = text;
        this.earliest = earliest;
        this.latest = latest;
    }

    /**
     * Reads one of the forms above.
     *
     * @throws IllegalArgumentException saying what was expected, for another form, a day that does not exist, or an
     *     interval that ends before it starts
     */
    @JsonCreator
    public static EdtfDate parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            Bounds bounds = point(text, text);
            return new EdtfDate(text, Optional.of(bounds.first), Optional.of(bounds.last));
        }
        String from = text.substring(0, slash);
        String to = text.substring(slash + 1);
        if (from.equals(OPEN) && to.equals(OPEN)) {
            throw new IllegalArgumentException(
                    "expected a date with at least one end (" + FORMS + "), found '" + text + "'");
        }
        Optional<LocalDate> earliest = from.equals(OPEN) ? Optional.empty() : Optional.of(point(from, text).first);
        Optional<LocalDate> latest = to.equals(OPEN) ? Optional.empty() : Optional.of(point(to, text).last);
        if (earliest.isPresent() && latest.isPresent() && latest.get().isBefore(earliest.get())) {
            throw new IllegalArgumentException(
                    "expected an interval whose end is not before its start, found '" + text + "'");
        }
        return new EdtfDate(text, earliest, latest);
    }

    /** Exactly this day. */
    public static EdtfDate of(LocalDate day) {
        return new EdtfDate(day.toString(), Optional.of(day), Optional.of(day));
    }

    /** On this day or at any time before: {@code ../2020-06-11}. */
    public static EdtfDate notAfter(LocalDate day) {
        return parse("../" + day);
    }

    /** Some day from the first to the last, both included. */
    public static EdtfDate between(LocalDate first, LocalDate last) {
        return first.equals(last) ? of(first) : parse(first + "/" + last);
    }

    private record Bounds(LocalDate first, LocalDate last) {}

    private static Bounds point(String point, String whole) {
        Matcher form = POINT.matcher(point);
        if (!form.matches()) {
            throw new IllegalArgumentException("expected a date such as " + FORMS + ", found '" + whole + "'");
        }
        try {
            // the formatters of java.time take ten times as long, and every document is full of days
            YearMonth month = YearMonth.of(Integer.parseInt(point, 0, 4, 10), Integer.parseInt(point, 5, 7, 10));
            if (form.group(1) == null) {
                return new Bounds(month.atDay(1), month.atEndOfMonth());
            }
            LocalDate day = month.atDay(Integer.parseInt(point, 8, 10, 10));
            return new Bounds(day, day);
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException("expected a day of the calendar, found '" + whole + "'", noSuchDay);
        }
    }

    /** The first day it can mean; empty if nothing bounds it. */
    public Optional<LocalDate> earliest() {
        return earliest;
    }

    /** The last day it can mean; empty if nothing bounds it. */
    public Optional<LocalDate> latest() {
        return latest;
    }

    /** Whether it is marked as approximate ({@code ~}). */
    public boolean approximate() {
        return text.indexOf('~') >= 0;
    }

    /** The day by which it is sorted: the first it can mean, or without one the last. */
    public LocalDate place() {
        return earliest.or(() -> latest).orElseThrow();
    }

    /** Whether it can mean a day in this range; an empty side is open. */
    public boolean overlaps(Optional<LocalDate> from, Optional<LocalDate> to) {
        return from.map(day -> latest.isEmpty() || !latest.get().isBefore(day)).orElse(true)
                && to.map(day -> earliest.isEmpty() || !earliest.get().isAfter(day))
                        .orElse(true);
    }

    @Override
    public int compareTo(EdtfDate other) {
        return TIMELINE.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EdtfDate date && date.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    /** As it was written. */
    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
