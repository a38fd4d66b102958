package org.lacuna.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lacuna.page.Say;
import org.lacuna.page.chart.Chart;
import org.lacuna.page.chart.Curves;
import org.lacuna.page.chart.OverTime;
import org.lacuna.page.chart.OverTime.Tally;
import org.lacuna.page.chart.Steps;
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
    private static final List<String> LEVELS = List.of("verified", "corroborated", "reported");

    private final Statistics statistics;

    RestrictionCharts(Statistics statistics) {
        this.statistics = statistics;
    }

    /** What began and what was lifted in full in each month or year; empty where no year of any is known. */
    Optional<Chart> overTime(CaseFilter filter, Optional<LocalDate> asOf, Say say) {
        Counted begun = statistics.count(
                Unit.RESTRICTIONS, List.of(Dimension.MONTH, Dimension.YEAR, Dimension.STATE), filter, asOf);
        Counted ended = statistics.count(
                Unit.RESTRICTIONS, List.of(Dimension.LIFTED_MONTH, Dimension.LIFTED_YEAR), filter, asOf);
        Map<String, Tally> months = tallies(begun, Dimension.MONTH, ended, Dimension.LIFTED_MONTH);
        Optional<Steps> few = Steps.months(months.keySet());
        if (few.isPresent()) {
            return few.map(steps -> OverTime.chart(steps, months, say));
        }
        Map<String, Tally> years = tallies(begun, Dimension.YEAR, ended, Dimension.LIFTED_YEAR);
        return Steps.years(years.keySet()).map(steps -> OverTime.chart(steps, years, say));
    }

    private static Map<String, Tally> tallies(Counted begun, Dimension began, Counted ended, Dimension lifted) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (Counted.Cell cell : begun.cells()) {
            add(
                    tallies,
                    value(begun, cell, began).orElse(""),
                    Tally.began(cell.count(), verified(begun, cell), has(begun, cell, Dimension.STATE, "lifted")));
        }
        for (Counted.Cell cell : ended.cells()) {
            value(ended, cell, lifted)
                    .ifPresent(time -> add(tallies, time, Tally.lifted(cell.count(), verified(ended, cell))));
        }
        return tallies;
    }

    private static void add(Map<String, Tally> tallies, String time, Tally more) {
        tallies.merge(time, more, Tally::plus);
    }

    private static Optional<String> value(Counted counted, Counted.Cell cell, Dimension dimension) {
        return cell.values().get(counted.by().indexOf(dimension));
    }

    private static boolean has(Counted counted, Counted.Cell cell, Dimension dimension, String word) {
        return value(counted, cell, dimension).filter(word::equals).isPresent();
    }

    private static boolean verified(Counted counted, Counted.Cell cell) {
        return has(counted, cell, Dimension.VERIFICATION, "verified");
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
                    say.percent(step.after()),
                    say.of(
                            "range",
                            "from",
                            say.percent(curve.bands().get(i).low()),
                            "to",
                            say.percent(curve.bands().get(i).high())),
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
                Curves.draw(curve, labels, say, Chart.WIDE),
                Curves.draw(curve, labels, say, Chart.NARROW),
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
}
