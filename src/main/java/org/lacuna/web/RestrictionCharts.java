package org.lacuna.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lacuna.page.Say;
import org.lacuna.page.chart.Chart;
import org.lacuna.page.chart.Columns;
import org.lacuna.page.chart.Columns.Column;
import org.lacuna.page.chart.Curves;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.counts.Counted;
import org.lacuna.publication.counts.Dimension;
import org.lacuna.publication.counts.Latencies;
import org.lacuna.publication.counts.Statistics;
import org.lacuna.publication.counts.Unit;
import org.lacuna.statistics.Days;
import org.lacuna.statistics.Survival;

/** Restrictions over time, and how long they last: the charts of a platform's page and of a country's. */
@ApplicationScoped
class RestrictionCharts {
    /** As many months as one can tell apart; where there are more, years are drawn. */
    private static final int MOST_MONTHS = 36;

    private static final List<String> LEVELS = List.of("verified", "corroborated", "reported");

    private final Statistics statistics;

    RestrictionCharts(Statistics statistics) {
        this.statistics = statistics;
    }

    /** How many there were in a month or year. */
    private record Tally(long all, long lifted, long verified) {
        Tally plus(long more, boolean isLifted, boolean isVerified) {
            return new Tally(all + more, lifted + (isLifted ? more : 0), verified + (isVerified ? more : 0));
        }
    }

    /** Restrictions by when they began, and how many of them were lifted in full; empty where none has a month. */
    Optional<Chart> overTime(CaseFilter filter, Optional<LocalDate> asOf, Say say) {
        Map<String, Tally> months = tally(Dimension.MONTH, filter, asOf);
        List<YearMonth> dated = months.keySet().stream()
                .filter(key -> key.matches("\\d{4}-\\d{2}"))
                .map(YearMonth::parse)
                .toList();
        if (dated.isEmpty()) {
            return Optional.empty();
        }
        YearMonth first = dated.get(0);
        YearMonth last = dated.get(dated.size() - 1);
        if (first.until(last, ChronoUnit.MONTHS) < MOST_MONTHS) {
            return Optional.of(columns(
                    "month",
                    first.atDay(1)
                            .datesUntil(last.plusMonths(1).atDay(1), Period.ofMonths(1))
                            .map(day -> YearMonth.from(day).toString())
                            .toList(),
                    months,
                    say));
        }
        Map<String, Tally> years = tally(Dimension.YEAR, filter, asOf);
        IntSummaryStatistics range = years.keySet().stream()
                .filter(key -> key.matches("\\d{4}"))
                .mapToInt(Integer::parseInt)
                .summaryStatistics();
        return Optional.of(columns(
                "year",
                IntStream.rangeClosed(range.getMin(), range.getMax())
                        .mapToObj(String::valueOf)
                        .toList(),
                years,
                say));
    }

    private Map<String, Tally> tally(Dimension time, CaseFilter filter, Optional<LocalDate> asOf) {
        Counted counted = statistics.count(Unit.RESTRICTIONS, List.of(time, Dimension.STATE), filter, asOf);
        int level = counted.by().indexOf(Dimension.VERIFICATION);
        int when = counted.by().indexOf(time);
        int state = counted.by().indexOf(Dimension.STATE);
        Map<String, Tally> tallies = new TreeMap<>();
        for (Counted.Cell cell : counted.cells()) {
            String key = cell.values().get(when).orElse("");
            tallies.put(
                    key,
                    tallies.getOrDefault(key, new Tally(0, 0, 0))
                            .plus(
                                    cell.count(),
                                    cell.values()
                                            .get(state)
                                            .filter("lifted"::equals)
                                            .isPresent(),
                                    cell.values()
                                            .get(level)
                                            .filter("verified"::equals)
                                            .isPresent()));
        }
        return tallies;
    }

    private static Chart columns(String unit, List<String> labels, Map<String, Tally> tallies, Say say) {
        Tally none = new Tally(0, 0, 0);
        List<Column> columns = labels.stream()
                .map(label -> new Column(
                        label,
                        tallies.getOrDefault(label, none).all(),
                        tallies.getOrDefault(label, none).lifted()))
                .toList();
        String title = say.of("over-time." + unit);
        String description =
                say.of("over-time.description", "first", labels.get(0), "last", labels.get(labels.size() - 1));
        String recorded = say.of("over-time.recorded");
        String lifted = say.of("over-time.lifted");
        List<List<String>> rows = new ArrayList<>();
        labels.forEach(label -> rows.add(row(label, tallies.getOrDefault(label, none), say)));
        tallies.entrySet().stream()
                .filter(entry -> !labels.contains(entry.getKey()))
                .forEach(entry -> rows.add(row(say.of("over-time.unknown"), entry.getValue(), say)));
        return new Chart(
                "over-time",
                title,
                Columns.draw(columns, title, description, recorded, lifted, Chart.WIDE),
                Columns.draw(columns, title, description, recorded, lifted, Chart.NARROW),
                List.of(
                        say.of("over-time.began"),
                        recorded,
                        lifted,
                        say.of("over-time.verified"),
                        say.of("over-time.unverified")),
                rows);
    }

    private static List<String> row(String label, Tally tally, Say say) {
        return List.of(
                label,
                say.count(tally.all()),
                say.count(tally.lifted()),
                say.count(tally.verified()),
                say.count(tally.all() - tally.verified()));
    }

    /** What is known of how long restrictions lasted at one level of verification. */
    record Reversal(String level, long ended, long all, Optional<Chart> chart, Optional<String> median) {
        /** How many it would take to draw a curve. */
        public long needed() {
            return Survival.THRESHOLD;
        }
    }

    /** How long restrictions last until they are lifted in full, each level of verification by itself. */
    List<Reversal> reversals(CaseFilter filter, Optional<LocalDate> asOf, Say say) {
        Latencies latencies =
                statistics.latencies(List.of(), filter.with("verification", String.join(",", LEVELS)), asOf);
        return LEVELS.stream()
                .flatMap(level -> latencies.groups().stream()
                        .filter(group ->
                                group.values().get(0).filter(level::equals).isPresent())
                        .map(group -> reversal(level, group, say)))
                .toList();
    }

    private static Reversal reversal(String level, Latencies.Group group, Say say) {
        return group.survival()
                .either(
                        curve -> new Reversal(
                                level,
                                curve.ended(),
                                curve.size(),
                                Optional.of(curve(level, curve, say)),
                                Optional.of(median(curve, say))),
                        none -> new Reversal(
                                level,
                                group.sample().ended(),
                                group.sample().size(),
                                Optional.empty(),
                                Optional.empty()));
    }

    private static Chart curve(String level, Survival curve, Say say) {
        String title = say.of("reversal.chart", "level", say.word("verification", level));
        Curves.Labels labels = new Curves.Labels(
                title,
                say.of("reversal.description", "all", curve.size(), "ended", curve.ended()) + " " + median(curve, say)
                        + " " + say.of("reversal.band"),
                say.of("reversal.days"),
                say.of("reversal.at-risk"),
                say.of("reversal.half", "days", days(curve.median().days(), say)));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < curve.steps().size(); i++) {
            Survival.Step step = curve.steps().get(i);
            rows.add(List.of(
                    days(step.within(), say),
                    percent(step.after()),
                    say.of(
                            "range",
                            "from",
                            percent(curve.bands().get(i).low()),
                            "to",
                            percent(curve.bands().get(i).high())),
                    step.atRisk().least() == step.atRisk().most()
                            ? say.count(step.atRisk().most())
                            : say.of(
                                    "range",
                                    "from",
                                    step.atRisk().least(),
                                    "to",
                                    step.atRisk().most())));
        }
        return new Chart(
                "reversal-" + level,
                title,
                Curves.draw(curve, labels, Chart.WIDE),
                Curves.draw(curve, labels, Chart.NARROW),
                List.of(
                        say.of("reversal.ended"),
                        say.of("reversal.share"),
                        say.of("reversal.interval"),
                        say.of("reversal.at-risk")),
                rows);
    }

    private static String median(Survival curve, Say say) {
        return say.of(
                "reversal.median",
                "days",
                days(curve.median().days(), say),
                "interval",
                days(curve.median().confidence(), say));
    }

    private static String days(Days days, Say say) {
        if (days.most().isEmpty()) {
            return say.of("days.more", "days", say.counted("count.days", days.least() - 1));
        }
        long most = days.most().orElseThrow();
        return days.least() == most
                ? say.counted("count.days", most)
                : say.counted("count.days", most, "count", say.of("range", "from", days.least(), "to", most));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
