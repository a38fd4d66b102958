package org.lacuna.observation;

import static org.lacuna.observation.ObservationRows.column;
import static org.lacuna.observation.ObservationRows.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** Reads which captures a definition has not read yet, and inserts what it reads in them. */
@ApplicationScoped
public class Reinterpretations {
    private final Database database;
    private final Clock clock;

    Reinterpretations(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An observation whose capture could be read again.
     *
     * @param outcome what was read in it when it was made
     */
    public record Readable(long observation, Digest evidence, Outcome outcome) {}

    /** Observations of a platform that were read with another definition and never with this one, oldest first. */
    public List<Readable> unread(String platform, Digest definition, long after, int limit) {
        return database.list(
                """
                SELECT id, evidence, outcome FROM observation o
                WHERE platform = ? AND evidence IS NOT NULL AND definition <> ? AND id > ?
                  AND NOT EXISTS (SELECT 1 FROM reinterpretation r WHERE r.observation = o.id AND r.definition = ?)
                ORDER BY id LIMIT ?
                """,
                row -> new Readable(row.getLong(1), Digest.parse(row.getString(2)), Outcome.of(row.getString(3))),
                platform,
                definition.toString(),
                after,
                definition.toString(),
                limit);
    }

    /** Records them; one that is there already stays as it is. */
    public void record(List<Reinterpretation> read) {
        database.change(
                """
                INSERT INTO reinterpretation (observation, definition, engine, outcome, rule, why, recorded)
                SELECT observation, definition, engine, outcome, rule, why, ?
                FROM unnest(?::bigint[], ?, ?, ?, ?, ?) AS again (observation, definition, engine, outcome, rule, why)
                ON CONFLICT ON CONSTRAINT reinterpretation_once DO NOTHING
                """,
                time(clock.instant()),
                column(read, Reinterpretation::observation),
                column(read, Reinterpretation::definition),
                column(read, Reinterpretation::engine),
                column(read, one -> one.outcome().word()),
                column(read, Reinterpretation::rule),
                column(read, Reinterpretation::why));
    }
}
