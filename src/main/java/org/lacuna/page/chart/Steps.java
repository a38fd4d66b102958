package org.lacuna.page.chart;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.lacuna.page.language.Texts;

/**
 * The months or years along which something is drawn, none left out between the first and the last: a month in which
 * nothing happened is seen as a gap.
 *
 * @param unit {@code month} or {@code year}
 * @param keys such as {@code 2020-06} or {@code 2020}
 */
public record Steps(String unit, List<String> keys) {
    /** As many months as one can tell apart; where there are more, years are drawn. */
    static final int MOST_MONTHS = 36;

    /** As many years; where there are more, the last ones are drawn. */
    static final int MOST_YEARS = 60;

    private static final String MONTH = "month";
    private static final String YEAR = "year";
    private static final String IS_MONTH = "\\d{4}-\\d{2}";
    private static final String IS_YEAR = "\\d{4}";

    public Steps {
        keys = List.copyOf(keys);
    }

    /** Every month between these; empty where none of them is a month, or where that makes too many. */
    public static Optional<Steps> months(Collection<String> values) {
        List<YearMonth> months = values.stream()
                .filter(value -> value.matches(IS_MONTH))
                .map(YearMonth::parse)
                .sorted()
                .toList();
        if (months.isEmpty()) {
            return Optional.empty();
        }
        YearMonth first = months.get(0);
        long more = first.until(months.get(months.size() - 1), ChronoUnit.MONTHS);
        return more >= MOST_MONTHS
                ? Optional.empty()
                : Optional.of(new Steps(
                        MONTH,
                        LongStream.rangeClosed(0, more)
                                .mapToObj(month -> first.plusMonths(month).toString())
                                .toList()));
    }

    /** Every year between these, or the last {@value #MOST_YEARS} of them; empty where none of them is a year. */
    public static Optional<Steps> years(Collection<String> values) {
        List<Integer> years = values.stream()
                .filter(value -> value.matches(IS_YEAR))
                .map(Integer::valueOf)
                .sorted()
                .toList();
        if (years.isEmpty()) {
            return Optional.empty();
        }
        int last = years.get(years.size() - 1);
        return Optional.of(new Steps(
                YEAR,
                IntStream.rangeClosed(Math.max(years.get(0), last - MOST_YEARS + 1), last)
                        .mapToObj("%04d"::formatted)
                        .toList()));
    }

    /** A month or year in words; empty for anything else. */
    public static Optional<String> words(String key, Texts say) {
        return key.matches(IS_MONTH)
                ? Optional.of(say.month(YearMonth.parse(key).atDay(1)))
                : key.matches(IS_YEAR) ? Optional.of(say.year(day(key))) : Optional.empty();
    }

    /** The same for an axis. */
    static String tick(String key, Texts say) {
        return key.matches(IS_MONTH) ? say.shortMonth(YearMonth.parse(key).atDay(1)) : say.year(day(key));
    }

    private static LocalDate day(String year) {
        return Year.parse(year).atDay(1);
    }
}
