package org.lacuna.desk.work.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** What came of each try to keep a copy of a source. */
@ApplicationScoped
public class ArchivingQueries {
    private final Database database;
    private final Clock clock;

    ArchivingQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One try.
     *
     * @param source id in the incident
     */
    public record Tried(String source, Optional<Digest> copy, Optional<String> obstacle, LocalDate day) {}

    /** Notes a try, in the transaction of the caller. */
    public void note(String incident, String source, Archived archived, UUID editor) {
        database.change(
                """
                INSERT INTO source_archiving (incident, source, digest, reason, editor, tried) VALUES (?, ?, ?, ?, ?, ?)
                """,
                incident,
                source,
                archived.copy().map(Digest::toString),
                archived.obstacle(),
                editor,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** The last try for each source of an incident. */
    public List<Tried> last(String incident) {
        return database.list(
                """
                SELECT DISTINCT ON (source) source, digest, reason, tried FROM source_archiving
                WHERE incident = ? ORDER BY source, id DESC
                """,
                row -> new Tried(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)).map(Digest::parse),
                        Optional.ofNullable(row.getString(3)),
                        row.getObject(4, OffsetDateTime.class)
                                .atZoneSameInstant(ZoneOffset.UTC)
                                .toLocalDate()),
                incident);
    }
}
