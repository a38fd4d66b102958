package org.lacuna.publication.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.lacuna.observation.Coverage;
import org.lacuna.publication.WrongParameter;
import org.lacuna.statistics.CrossCount.Combination;

/**
 * How well we watch, as it was recorded: looks, what was looked at, alerts. Much is watched because a person wrote to us,
 * so small counts of it are withheld.
 */
@ApplicationScoped
class OfTheMonitor {
    private static final String DAYS = "days";
    private static final int USUAL = 30;
    private static final int MOST = 3660;

    private final Coverage coverage;

    OfTheMonitor(Coverage coverage) {
        this.coverage = coverage;
    }

    List<CountedSet> sets() {
        return List.of(
                set(
                        "looks",
                        Coverage.LOOK_COLUMNS,
                        true,
                        "Looks at pages in the last days: 30, unless days says otherwise.",
                        coverage::looks),
                set(
                        "looked-at",
                        Coverage.SUBJECT_COLUMNS,
                        true,
                        "Different subjects that were looked at in the last days: 30, unless days says otherwise.",
                        coverage::subjects),
                set(
                        "alerts",
                        Coverage.ALERT_COLUMNS,
                        false,
                        "Alerts that a definition may not read what it should: open, or closed in the last days.",
                        coverage::alerts));
    }

    private static CountedSet set(
            String name,
            List<String> columns,
            boolean persons,
            String about,
            BiFunction<List<String>, Coverage.Period, List<Coverage.Group>> counted) {
        return new CountedSet(
                new DataSet(name, DataSet.Kind.COUNTS, columns, Set.of(DAYS), persons, about),
                (question, selection, moment) -> combinations(question, moment, counted));
    }

    private static List<Combination> combinations(
            Question question, Moment moment, BiFunction<List<String>, Coverage.Period, List<Coverage.Group>> counted) {
        Instant end = moment.end();
        Instant from = end.minus(Duration.ofDays(days(question.where())));
        return counted.apply(question.by(), new Coverage.Period(from, end)).stream()
                .map(group ->
                        new Combination(group.values().stream().map(List::of).toList(), group.count()))
                .toList();
    }

    /** @throws WrongParameter for what is no number of days */
    static int days(Map<String, String> where) {
        String asked = where.getOrDefault(DAYS, String.valueOf(USUAL));
        if (!asked.matches("[1-9]\\d{0,3}") || Integer.parseInt(asked) > MOST) {
            throw new WrongParameter(DAYS, "a number of days from 1 to " + MOST, asked, "30");
        }
        return Integer.parseInt(asked);
    }
}
