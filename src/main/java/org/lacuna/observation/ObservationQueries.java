package org.lacuna.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** Reads and inserts observations and what was concluded from them. */
@ApplicationScoped
public class ObservationQueries {
    private static final String COLUMNS =
            "platform, subject, url, seen, outcome, rule, why, vantage, definition, engine, evidence, control";

    private final Database database;

    ObservationQueries(Database database) {
        this.database = database;
    }

    /** The latest observations of a subject from one vantage since a moment, newest first. */
    public List<Observation> recent(String platform, String subject, Vantage vantage, Instant since, int limit) {
        return database.list(
                "SELECT " + COLUMNS + """
                         FROM observation
                        WHERE platform = ? AND subject = ? AND vantage = ? AND seen >= ?
                        ORDER BY seen DESC, id DESC LIMIT ?
                        """,
                ObservationQueries::observation,
                platform,
                subject,
                vantage.word(),
                time(since),
                limit);
    }

    /** The latest look at a platform's control from one vantage since a moment. */
    public Optional<Observation> latestControl(String platform, String subject, Vantage vantage, Instant since) {
        return database.first(
                "SELECT " + COLUMNS + """
                         FROM observation
                        WHERE platform = ? AND subject = ? AND vantage = ? AND seen >= ? AND control = 'itself'
                        ORDER BY seen DESC, id DESC LIMIT 1
                        """,
                ObservationQueries::observation,
                platform,
                subject,
                vantage.word(),
                time(since));
    }

    /** What was concluded last about a subject as seen from one vantage; empty if nothing ever was. */
    public Optional<Standing> standing(String platform, String subject, Vantage vantage) {
        return database.first(
                """
                SELECT c.to_outcome, c.first_seen_now, o.seen, o.definition, o.evidence
                FROM (
                    SELECT * FROM confirmed_change
                    WHERE platform = ? AND subject = ? AND vantage = ?
                    ORDER BY id DESC LIMIT 1) c
                JOIN LATERAL (
                    SELECT seen, definition, evidence FROM observation
                    WHERE platform = c.platform AND subject = c.subject AND vantage = c.vantage
                      AND outcome = c.to_outcome AND control = 'alive'
                    ORDER BY seen DESC, id DESC LIMIT 1) o ON true
                """,
                row -> new Standing(
                        Outcome.of(row.getString(1)),
                        instant(row, 2),
                        instant(row, 3),
                        Digest.parse(row.getString(4)),
                        Optional.ofNullable(row.getString(5)).map(Digest::parse)),
                platform,
                subject,
                vantage.word());
    }

    void insert(Observation seen, Instant recorded) {
        database.change(
                """
                INSERT INTO observation (platform, subject, url, seen, recorded, outcome, rule, why, vantage,
                                         definition, engine, evidence, control)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                seen.platform(),
                seen.subject(),
                seen.url().toString(),
                time(seen.seen()),
                time(recorded),
                seen.outcome().word(),
                seen.rule(),
                seen.why(),
                seen.vantage().word(),
                seen.definition().toString(),
                seen.engine(),
                seen.evidence().map(Digest::toString),
                seen.control().word());
    }

    void insert(Conclusion concluded, Optional<String> caseSlug, Instant confirmed) {
        Observation first = concluded.first();
        database.change(
                """
                INSERT INTO confirmed_change (platform, subject, url, case_slug, from_outcome, to_outcome,
                                              last_seen_before, first_seen_now, confirmed, vantage, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                first.platform(),
                first.subject(),
                first.url().toString(),
                caseSlug,
                concluded.before().map(before -> before.outcome().word()),
                first.outcome().word(),
                concluded.before().map(before -> time(before.lastSeen())),
                time(first.seen()),
                time(confirmed),
                first.vantage().word(),
                concluded.evidence().stream().map(Digest::toString).toArray(String[]::new));
    }

    private static Observation observation(ResultSet row) throws SQLException {
        return new Observation(
                row.getString(1),
                row.getString(2),
                URI.create(row.getString(3)),
                instant(row, 4),
                Outcome.of(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                row.getString(7),
                Vantage.of(row.getString(8)),
                Digest.parse(row.getString(9)),
                row.getString(10),
                Optional.ofNullable(row.getString(11)).map(Digest::parse),
                ControlState.of(row.getString(12)));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
