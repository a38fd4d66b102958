package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.lacuna.observation.DefinitionAlerts;

/** Lists when a definition may not have read what it should: how far to trust what was, or was not, observed then. */
@ApplicationScoped
public class PublicAlerts {
    private final DefinitionAlerts alerts;
    private final Pages pages;

    PublicAlerts(DefinitionAlerts alerts, Pages pages) {
        this.alerts = alerts;
        this.pages = pages;
    }

    /**
     * An alert.
     *
     * @param vantage from where, such as {@code DE/direct}
     * @param kind control-failed or mostly-unclear
     * @param until when it was closed; empty while it is open
     * @param why one sentence
     */
    public record Alert(
            String platform, String vantage, String kind, Instant since, Optional<Instant> until, String why) {}

    /** One page of alerts and where the next one starts. */
    public record Alerts(List<Alert> alerts, Optional<String> next) {}

    /**
     * Alerts, the one that was opened last first.
     *
     * @param platform id of a platform; empty for all
     * @param open only those that are open, or closed, at that time; empty for all
     * @param asOf as they stood at the end of this day (UTC)
     * @throws IllegalArgumentException for a limit out of range, or a cursor of another list
     */
    public Alerts page(
            Optional<String> platform,
            Optional<Boolean> open,
            Optional<LocalDate> asOf,
            Optional<String> cursor,
            int limit) {
        Pages.Page<DefinitionAlerts.Period> page = pages.page(
                "alerts " + platform + open + asOf,
                () -> 0,
                cursor,
                limit,
                (at, total, beyond, most) -> alerts.periods(
                        platform,
                        open,
                        asOf.map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)),
                        beyond.map(Cursor.Place::sequence),
                        most),
                period -> new Cursor.Place("", period.id(), 0),
                at -> Long.MAX_VALUE);
        return new Alerts(page.items().stream().map(PublicAlerts::alert).toList(), page.next());
    }

    private static Alert alert(DefinitionAlerts.Period each) {
        return new Alert(
                each.alert().platform(),
                each.alert().vantage().word(),
                each.alert().kind().word(),
                each.alert().since(),
                each.until(),
                each.alert().why());
    }
}
