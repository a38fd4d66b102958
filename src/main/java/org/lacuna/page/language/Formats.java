package org.lacuna.page.language;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How languages write numbers and days. To look one up takes ICU as long as twenty uses of it, and a page of a case has a
 * hundred dates; none may be used by two threads at once, so each use has a copy.
 */
public final class Formats {
    private static final Map<ULocale, NumberFormat> COUNTS = new ConcurrentHashMap<>();
    private static final Map<String, DateFormat> DAYS = new ConcurrentHashMap<>();

    private Formats() {}

    /** Whole numbers. */
    static NumberFormat count(ULocale locale) {
        return (NumberFormat)
                COUNTS.computeIfAbsent(locale, NumberFormat::getIntegerInstance).clone();
    }

    /** Days, written out. */
    static DateFormat day(ULocale locale) {
        return of("day " + locale, () -> DateFormat.getDateInstance(DateFormat.LONG, locale));
    }

    /**
     * Parts of days, of UTC.
     *
     * @param skeleton which parts (UTS #35, §4.8)
     */
    public static DateFormat parts(String skeleton, ULocale locale) {
        return of("parts " + skeleton + " " + locale, () -> DateFormat.getInstanceForSkeleton(skeleton, locale));
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
