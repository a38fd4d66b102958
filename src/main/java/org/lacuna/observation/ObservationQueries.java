package org.lacuna.observation;

import static org.lacuna.observation.ObservationRows.COLUMNS;
import static org.lacuna.observation.ObservationRows.column;
import static org.lacuna.observation.ObservationRows.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.shared.Database;
import org.lacuna.shared.Outcome;

/** Reads and inserts observations. */
@ApplicationScoped
public class ObservationQueries {
    private final Database database;

    ObservationQueries(Database database) {
        this.database = database;
    }

    /** The latest observations of a subject from one vantage since a moment, newest first. */
    public List<Observation> recent(String platform, String subject, Vantage vantage, Instant since, int limit) {
        return recent(List.of(new SubjectId(platform, subject)), vantage, since, limit)
                .getOrDefault(new SubjectId(platform, subject), List.of());
    }

    /** The same for many subjects at once; who was never seen has no entry. */
    public Map<SubjectId, List<Observation>> recent(
            Collection<SubjectId> subjects, Vantage vantage, Instant since, int limit) {
        return database
                .list(
                        "SELECT seen_from_here.* FROM unnest(?, ?) AS asked (platform, subject), LATERAL (SELECT "
                                + COLUMNS
                                + """
                         FROM observation o
                        WHERE o.platform = asked.platform AND o.subject = asked.subject AND o.vantage = ? AND o.seen >= ?
                        ORDER BY o.seen DESC, o.id DESC LIMIT ?) seen_from_here
                        """,
                        ObservationRows::observation,
                        column(subjects, SubjectId::platform),
                        column(subjects, SubjectId::subject),
                        vantage.word(),
                        time(since),
                        limit)
                .stream()
                .collect(Collectors.groupingBy(Observation::id));
    }

    /** The latest look at a platform's control from one vantage since a moment. */
    public Optional<Observation> latestControl(String platform, String subject, Vantage vantage, Instant since) {
        return database.first(
                "SELECT " + COLUMNS + """
                         FROM observation
                        WHERE platform = ? AND subject = ? AND vantage = ? AND seen >= ? AND control = 'itself'
                        ORDER BY seen DESC, id DESC LIMIT 1
                        """,
                ObservationRows::observation,
                platform,
                subject,
                vantage.word(),
                time(since));
    }

    /** When a look last said something about a subject, beside a live control, from anywhere. */
    public Optional<Instant> lastTold(SubjectId subject) {
        return database.first(
                """
                SELECT seen FROM observation
                WHERE platform = ? AND subject = ? AND control = 'alive' AND outcome = ANY (?)
                ORDER BY seen DESC LIMIT 1
                """,
                row -> ObservationRows.instant(row, 1),
                subject.platform(),
                subject.subject(),
                Arrays.stream(Outcome.values())
                        .filter(Outcome::conclusive)
                        .map(Outcome::word)
                        .toArray(String[]::new));
    }

    void insert(List<Observation> looks, Instant recorded) {
        database.change(
                """
                INSERT INTO observation (platform, subject, url, seen, recorded, outcome, rule, why, vantage,
                                         definition, engine, evidence, control, identity)
                SELECT platform, subject, url, seen::timestamptz, ?, outcome, rule, why, vantage,
                       definition, engine, evidence, control, identity
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS look (platform, subject, url, seen, outcome, rule,
                       why, vantage, definition, engine, evidence, control, identity)
                """,
                time(recorded),
                column(looks, Observation::platform),
                column(looks, Observation::subject),
                column(looks, Observation::url),
                column(looks, Observation::seen),
                column(looks, look -> look.outcome().word()),
                column(looks, Observation::rule),
                column(looks, Observation::why),
                column(looks, look -> look.vantage().word()),
                column(looks, Observation::definition),
                column(looks, Observation::engine),
                column(looks, Observation::evidence),
                column(looks, look -> look.control().word()),
                column(looks, Observation::identity));
    }
}
