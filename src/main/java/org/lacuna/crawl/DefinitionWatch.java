package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.observation.AlertKind;
import org.lacuna.observation.DefinitionAlerts;
import org.lacuna.observation.Vantage;
import org.lacuna.shared.Database;
import org.lacuna.shared.Outcome;

/**
 * Suspects definitions: a control that fails, or most subjects of a platform read as unclear, is more likely our reader
 * or our visit than the world. The alert closes by itself when things are as they were.
 */
@ApplicationScoped
class DefinitionWatch {
    private final DefinitionAlerts alerts;
    private final Database database;
    private final CrawlSettings settings;
    private final CrawlMeters meters;

    DefinitionWatch(DefinitionAlerts alerts, Database database, CrawlSettings settings, CrawlMeters meters) {
        this.alerts = alerts;
        this.database = database;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * How many subjects of a platform were looked at from a vantage and answered, and how many of them no rule could read.
     */
    private record Share(String platform, Vantage vantage, long answered, long unclear) {}

    /** What a look at a control means for its definition. */
    void control(Done done) {
        alerts.set(
                done.platform().id(),
                done.vantage(),
                AlertKind.CONTROL_FAILED,
                done.controlFailed(),
                done.look().outcome() == Outcome.NO_ANSWER
                        ? "The control did not answer."
                        : "The control is " + done.look().outcome().word() + ", expected "
                                + done.platform().control().orElseThrow().says().word() + ".");
    }

    /** Counts how the latest looks were read; for a job that runs now and then. */
    void count() {
        Duration window = settings.alerts().window();
        List<Share> shares = database.list(
                """
                SELECT platform, vantage, count(*), count(*) FILTER (WHERE saw = 'unclear')
                FROM watch
                WHERE kind = 'watch' AND saw IS NOT NULL AND saw <> 'no-answer'
                  AND checked > now() - make_interval(secs => ?)
                GROUP BY platform, vantage
                """,
                row -> new Share(row.getString(1), Vantage.of(row.getString(2)), row.getLong(3), row.getLong(4)),
                LaneQueries.seconds(window));
        shares.forEach(this::judge);
        closeForgotten(shares);
        closeControlsNobodyLooksAt();
        meters.due(due());
        meters.alerts(alerts.open(Optional.empty()).size());
    }

    private void judge(Share share) {
        double part = (double) share.unclear() / share.answered();
        String why = share.unclear() + " of " + share.answered() + " subjects were read as unclear.";
        if (share.answered() >= settings.alerts().fewest()
                && part >= settings.alerts().unclearShare()) {
            alerts.set(share.platform(), share.vantage(), AlertKind.MOSTLY_UNCLEAR, true, why);
        } else if (part < settings.alerts().unclearShare() / 2) {
            alerts.set(share.platform(), share.vantage(), AlertKind.MOSTLY_UNCLEAR, false, why);
        }
    }

    /** An alert about something that is no longer looked at would stay for ever. */
    private void closeForgotten(List<Share> shares) {
        Set<String> counted = shares.stream()
                .map(share -> share.platform() + " " + share.vantage().word())
                .collect(Collectors.toSet());
        alerts.open(Optional.empty()).stream()
                .filter(alert -> alert.kind() == AlertKind.MOSTLY_UNCLEAR)
                .filter(alert -> !counted.contains(
                        alert.platform() + " " + alert.vantage().word()))
                .forEach(alert -> alerts.set(
                        alert.platform(),
                        alert.vantage(),
                        alert.kind(),
                        false,
                        "None of its subjects answered lately."));
    }

    /** A failed control is looked at every few minutes, so one that was not seen all the window long is watched no more. */
    private void closeControlsNobodyLooksAt() {
        Set<String> lately = Set.copyOf(database.list(
                """
                SELECT DISTINCT platform || ' ' || vantage FROM watch
                WHERE kind = 'control' AND checked > now() - make_interval(secs => ?)
                """,
                row -> row.getString(1),
                LaneQueries.seconds(settings.alerts().window())));
        alerts.open(Optional.empty()).stream()
                .filter(alert -> alert.kind() == AlertKind.CONTROL_FAILED)
                .filter(alert -> !lately.contains(
                        alert.platform() + " " + alert.vantage().word()))
                .forEach(alert -> alerts.set(
                        alert.platform(),
                        alert.vantage(),
                        alert.kind(),
                        false,
                        "Its control is not watched any more."));
    }

    private Map<String, Long> due() {
        return database.list("""
                        SELECT watch.platform, count(*) FROM lane JOIN watch USING (host, vantage)
                        WHERE lane.due <= now() AND watch.due <= now() GROUP BY watch.platform
                        """, row -> Map.entry(row.getString(1), row.getLong(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
