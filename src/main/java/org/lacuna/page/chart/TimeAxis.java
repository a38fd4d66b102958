package org.lacuna.page.chart;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.lacuna.page.language.Formats;

/** Days along a line, to scale: as many ticks as fit, on days that a calendar has a name for. */
record TimeAxis(LocalDate from, LocalDate to, double left, double right, Locale locale) {
    private static final double TICK = 78;
    private static final double GAP = 14;
    private static final double LETTER = 6.4;
    private static final double HAN = 12;
    private static final List<Period> STEPS = List.of(
            Period.ofDays(1),
            Period.ofDays(2),
            Period.ofDays(7),
            Period.ofDays(14),
            Period.ofMonths(1),
            Period.ofMonths(2),
            Period.ofMonths(3),
            Period.ofMonths(6),
            Period.ofYears(1),
            Period.ofYears(2),
            Period.ofYears(5),
            Period.ofYears(10),
            Period.ofYears(20),
            Period.ofYears(50));

    TimeAxis {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("expected a first day before the last, found " + from + " and " + to);
        }
    }

    /** A day and where it begins. */
    record Tick(double x, String label) {}

    /** Where a day begins; days outside lie on the edge. */
    double x(LocalDate day) {
        LocalDate inside = day.isBefore(from) ? from : day.isAfter(to) ? to : day;
        return left + (right - left) * from.until(inside, ChronoUnit.DAYS) / (double) days();
    }

    private long days() {
        return from.until(to, ChronoUnit.DAYS);
    }

    List<Tick> ticks() {
        Period step = STEPS.stream()
                .filter(each -> days() / (double) length(each) * room(each) <= right - left)
                .findFirst()
                .orElse(Period.ofYears(100));
        DateFormat format = format(step);
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate day = first(step); !day.isAfter(to); day = day.plus(step)) {
            if (!day.isBefore(from)) {
                ticks.add(new Tick(x(day), written(format, day)));
            }
        }
        return ticks;
    }

    /** What a label of this step takes, about: dates are longer in some languages, and signs of Han are wide. */
    private double room(Period step) {
        double wide = written(format(step), from)
                .codePoints()
                .mapToDouble(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN ? HAN : LETTER)
                .sum();
        return Math.max(TICK, wide + GAP);
    }

    private static String written(DateFormat format, LocalDate day) {
        return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private static long length(Period step) {
        return step.toTotalMonths() * 30 + step.getDays();
    }

    private LocalDate first(Period step) {
        if (step.getYears() > 0) {
            return LocalDate.of(Math.floorDiv(from.getYear(), step.getYears()) * step.getYears(), 1, 1);
        }
        if (step.getMonths() > 0) {
            return LocalDate.of(from.getYear(), 1, 1);
        }
        return from;
    }

    private DateFormat format(Period step) {
        String parts = step.getYears() > 0 ? "y" : step.getMonths() > 0 ? "yMMM" : "yMMMd";
        return Formats.parts(parts, ULocale.forLocale(locale));
    }
}
