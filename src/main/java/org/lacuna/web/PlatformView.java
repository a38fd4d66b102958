package org.lacuna.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lacuna.page.Say;
import org.lacuna.page.chart.Chart;
import org.lacuna.platform.FetchPlan;
import org.lacuna.platform.Platform;
import org.lacuna.publication.CasePage;
import org.lacuna.publication.Monitor;
import org.lacuna.publication.Numbers;
import org.lacuna.shared.Outcome;

/**
 * A platform with what is recorded about it.
 *
 * @param watching how it is watched just now
 * @param lines its cases, those that changed last
 * @param more whether there are others
 * @param asOf the day at whose end all but the watching is shown; today, if it is empty
 * @param say speaks the language of the page
 */
record PlatformView(
        Platform platform,
        Monitor.Watching watching,
        Numbers numbers,
        List<CaseLine> lines,
        boolean more,
        Charts charts,
        Optional<LocalDate> asOf,
        Say say) {
    /**
     * What can be drawn.
     *
     * @param reversals one for each level of verification that occurs
     */
    record Charts(Optional<Chart> overTime, List<RestrictionCharts.Reversal> reversals, Optional<Chart> explanations) {}

    /** Counts of one status. */
    record Row(String status, long verified, long all) {
        public long unverified() {
            return all - verified;
        }
    }

    static PlatformView of(
            Platform platform,
            Monitor.Watching watching,
            Numbers numbers,
            CasePage page,
            Charts charts,
            Optional<LocalDate> asOf,
            Say say) {
        return new PlatformView(
                platform,
                watching,
                numbers,
                page.cases().stream().map(each -> CaseLine.of(each, say)).toList(),
                page.next().isPresent(),
                charts,
                asOf,
                say);
    }

    static PlatformView inShort(Platform platform, Numbers numbers, Optional<LocalDate> asOf, Say say) {
        return new PlatformView(
                platform,
                Monitor.Watching.NONE,
                numbers,
                List.of(),
                false,
                new Charts(Optional.empty(), List.of(), Optional.empty()),
                asOf,
                say);
    }

    /** Restricted or restored in part only. */
    public long notLifted() {
        return numbers.withStatus("restricted") + numbers.withStatus("partially-restored");
    }

    public long restored() {
        return numbers.withStatus("restored");
    }

    /** Each status that occurs. */
    public List<Row> rows() {
        return Asked.STATUSES.stream()
                .map(status -> new Row(status, verified(status), numbers.withStatus(status)))
                .filter(row -> row.all() > 0)
                .toList();
    }

    private long verified(String status) {
        return numbers.cells().stream()
                .filter(cell ->
                        cell.status().equals(status) && cell.verification().equals("verified"))
                .mapToLong(Numbers.Cell::cases)
                .sum();
    }

    /** How often a subject is looked at: {@code every 6 hours}, {@code every day}; empty if it is not. */
    public Optional<String> every() {
        return platform.fetch().map(FetchPlan::every).map(this::inWords);
    }

    private String inWords(Duration every) {
        long minutes = every.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return say.counted("every.days", minutes / (24 * 60));
        }
        return minutes % 60 == 0 ? say.counted("every.hours", minutes / 60) : say.counted("every.minutes", minutes);
    }

    /** The outcomes that its rules can tell apart. */
    public List<String> outcomes() {
        return platform.rules().stream()
                .map(rule -> rule.says())
                .distinct()
                .sorted()
                .map(Outcome::word)
                .toList();
    }
}
