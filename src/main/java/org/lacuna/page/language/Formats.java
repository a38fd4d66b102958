package org.lacuna.page.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How languages write numbers and days. To look a format up takes ICU as long as twenty uses of it, and a page of a case has
 * a hundred dates, each of them three times. A format of days is used by one thread at a time, so each use has a copy.
 */
public final class Formats {
    /** The days of ten years in the languages that are read most. */
    private static final int MOST_DAYS = 10_000;

    private static final Map<ULocale, LocalizedNumberFormatter> COUNTS = new ConcurrentHashMap<>();
    private static final Map<String, DateFormat> DAYS = new ConcurrentHashMap<>();
    private static final Cache<Day, String> WRITTEN =
            Caffeine.newBuilder().maximumSize(MOST_DAYS).executor(Runnable::run).build();

    private record Day(ULocale locale, LocalDate day) {}

    private Formats() {}

    /** A whole number. */
    static String count(ULocale locale, long number) {
        return COUNTS.computeIfAbsent(locale, Formats::whole).format(number).toString();
    }

    private static LocalizedNumberFormatter whole(ULocale locale) {
        return ((DecimalFormat) NumberFormat.getIntegerInstance(locale)).toNumberFormatter();
    }

    /** A day, written out. */
    static String day(ULocale locale, LocalDate day) {
        return WRITTEN.get(
                new Day(locale, day),
                wanted -> write(of("day " + locale, () -> DateFormat.getDateInstance(DateFormat.LONG, locale)), day));
    }

    /** A month and its year. */
    static String month(ULocale locale, LocalDate day) {
        return write(parts(DateFormat.YEAR_MONTH, locale), day);
    }

    /** A month and its year, as short as it gets. */
    static String shortMonth(ULocale locale, LocalDate day) {
        return write(parts(DateFormat.YEAR_ABBR_MONTH, locale), day);
    }

    /** A year. */
    static String year(ULocale locale, LocalDate day) {
        return write(parts(DateFormat.YEAR, locale), day);
    }

    /**
     * Parts of days, of UTC.
     *
     * @param skeleton which parts (UTS #35, §4.8)
     */
    public static DateFormat parts(String skeleton, ULocale locale) {
        return of("parts " + skeleton + " " + locale, () -> DateFormat.getInstanceForSkeleton(skeleton, locale));
    }

    private static String write(DateFormat format, LocalDate day) {
        return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private static DateFormat of(String name, Supplier<DateFormat> format) {
        return (DateFormat)
                DAYS.computeIfAbsent(name, any -> inUtc(format.get())).clone();
    }

    private static DateFormat inUtc(DateFormat format) {
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format;
    }
}
