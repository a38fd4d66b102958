package org.lacuna.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.lacuna.page.chart.Columns.Column;
import org.lacuna.page.language.Texts;

/**
 * How many restrictions began in each month or year, and how many were lifted in full in it, whenever these had begun. What
 * has no such time is in the table, and the chart says how many these are.
 */
public final class OverTime {
    private static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    private OverTime() {}

    /**
     * The counts of one month or year.
     *
     * @param began restrictions that began then
     * @param beganVerified those of them that stand in verified cases
     * @param since those of them that have been lifted in full by now
     * @param lifted restrictions that were lifted in full then
     * @param liftedVerified those of these that stand in verified cases
     */
    public record Tally(long began, long beganVerified, long since, long lifted, long liftedVerified) {
        /** So many restrictions that began then. */
        public static Tally began(long count, boolean verified, boolean since) {
            return new Tally(count, verified ? count : 0, since ? count : 0, 0, 0);
        }

        /** So many that were lifted then. */
        public static Tally lifted(long count, boolean verified) {
            return new Tally(0, 0, 0, count, verified ? count : 0);
        }

        /** Both together. */
        public Tally plus(Tally more) {
            return new Tally(
                    began + more.began,
                    beganVerified + more.beganVerified,
                    since + more.since,
                    lifted + more.lifted,
                    liftedVerified + more.liftedVerified);
        }
    }

    /**
     * The chart with its table.
     *
     * @param steps what is drawn
     * @param tallies by month or year, or by another word where that is not known
     */
    public static Chart chart(Steps steps, Map<String, Tally> tallies, Texts say) {
        List<Column> columns = steps.keys().stream()
                .map(key -> column(key, tallies.getOrDefault(key, NONE), say))
                .toList();
        Columns.Labels labels = new Columns.Labels(
                say.of("over-time." + steps.unit()),
                say.of(
                        "over-time.description",
                        "first",
                        columns.get(0).label(),
                        "last",
                        columns.get(columns.size() - 1).label()),
                say.of("over-time.began"),
                say.of("over-time.lifted"));
        return new Chart(
                "over-time",
                labels.title(),
                Columns.draw(columns, labels, say, Chart.WIDE),
                Columns.draw(columns, labels, say, Chart.NARROW),
                List.of(
                        say.of("over-time.when"),
                        labels.first(),
                        say.of("over-time.began.verified"),
                        say.of("over-time.began.unverified"),
                        labels.second(),
                        say.of("over-time.lifted.verified"),
                        say.of("over-time.lifted.unverified"),
                        say.of("over-time.since")),
                rows(steps, tallies, say),
                note(steps, tallies, say));
    }

    private static Column column(String key, Tally tally, Texts say) {
        return new Column(Steps.words(key, say).orElseThrow(), Steps.tick(key, say), tally.began(), tally.lifted());
    }

    /** Those that are not drawn stand in their order too, what is not known last. */
    private static List<List<String>> rows(Steps steps, Map<String, Tally> tallies, Texts say) {
        TreeSet<String> keys = new TreeSet<>(tallies.keySet());
        keys.addAll(steps.keys());
        List<List<String>> rows = new ArrayList<>();
        for (String key : keys) {
            Tally tally = tallies.getOrDefault(key, NONE);
            rows.add(List.of(
                    Steps.words(key, say).orElseGet(() -> say.of("over-time.unknown")),
                    say.count(tally.began()),
                    say.count(tally.beganVerified()),
                    say.count(tally.began() - tally.beganVerified()),
                    say.count(tally.lifted()),
                    say.count(tally.liftedVerified()),
                    say.count(tally.lifted() - tally.liftedVerified()),
                    say.count(tally.since())));
        }
        return rows;
    }

    private static Optional<String> note(Steps steps, Map<String, Tally> tallies, Texts say) {
        Tally left = tallies.entrySet().stream()
                .filter(entry -> !steps.keys().contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(NONE, Tally::plus);
        return left.began() + left.lifted() == 0
                ? Optional.empty()
                : Optional.of(say.of("over-time.left-out", "began", left.began(), "lifted", left.lifted()));
    }
}
