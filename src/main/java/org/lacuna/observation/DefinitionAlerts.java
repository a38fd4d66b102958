package org.lacuna.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.lacuna.shared.Database;

/** The definition alerts. Each opening and each closing is a fact of its own; what is open follows from the latest. */
@ApplicationScoped
public class DefinitionAlerts {
    private static final Logger LOG = Logger.getLogger(DefinitionAlerts.class);

    private final Database database;
    private final Clock clock;

    DefinitionAlerts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those that are open, of one platform or of all. */
    public List<DefinitionAlert> open(Optional<String> platform) {
        return database.list(
                """
                SELECT platform, vantage, kind, at, why FROM (
                    SELECT DISTINCT ON (platform, vantage, kind) * FROM definition_alert
                    WHERE platform = coalesce(?, platform)
                    ORDER BY platform, vantage, kind, id DESC) latest
                WHERE opened ORDER BY platform, vantage, kind
                """,
                row -> new DefinitionAlert(
                        row.getString(1),
                        Vantage.of(row.getString(2)),
                        AlertKind.of(row.getString(3)),
                        ObservationRows.instant(row, 4),
                        row.getString(5)),
                platform);
    }

    /**
     * From when to when an alert was open.
     *
     * @param until empty while it is open
     */
    public record Period(long id, DefinitionAlert alert, Optional<Instant> until) {}

    /**
     * When alerts were open, the one that was opened last first.
     *
     * @param open only those that are open then, or that are not; empty for all
     * @param asOf nothing that was recorded at this moment or later
     * @param before only those whose opening has a lower number
     */
    public List<Period> periods(
            Optional<String> platform,
            Optional<Boolean> open,
            Optional<Instant> asOf,
            Optional<Long> before,
            int limit) {
        return database.list(
                """
                SELECT platform, vantage, kind, at, why, id, until FROM (
                    SELECT *, lead(at) OVER (PARTITION BY platform, vantage, kind ORDER BY id) AS until
                    FROM definition_alert
                    WHERE platform = coalesce(?, platform) AND at < coalesce(?::timestamptz, 'infinity')) turn
                WHERE opened AND (until IS NULL) = coalesce(?::boolean, until IS NULL) AND id < coalesce(?::bigint, id + 1)
                ORDER BY id DESC LIMIT ?
                """,
                row -> new Period(
                        row.getLong(6),
                        new DefinitionAlert(
                                row.getString(1),
                                Vantage.of(row.getString(2)),
                                AlertKind.of(row.getString(3)),
                                ObservationRows.instant(row, 4),
                                row.getString(5)),
                        Optional.ofNullable(row.getObject(7, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)),
                platform,
                asOf.map(ObservationRows::time),
                open,
                before,
                limit);
    }

    /**
     * Opens or closes an alert, if it is not so already.
     *
     * @param why one sentence for a person, without anything that a page or a person said
     */
    @Transactional
    public void set(String platform, Vantage vantage, AlertKind kind, boolean open, String why) {
        database.lock("alert " + platform + " " + vantage.word());
        boolean isOpen = open(Optional.of(platform)).stream()
                .anyMatch(alert -> alert.vantage().equals(vantage) && alert.kind() == kind);
        if (isOpen == open) {
            return;
        }
        database.change(
                "INSERT INTO definition_alert (platform, vantage, kind, opened, at, why) VALUES (?, ?, ?, ?, ?, ?)",
                platform,
                vantage.word(),
                kind.word(),
                open,
                ObservationRows.time(clock.instant()),
                why);
        LOG.warnf(
                "definition alert %s: %s of %s from %s: %s",
                open ? "opened" : "closed", kind.word(), platform, vantage.word(), why);
    }
}
