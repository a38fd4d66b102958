package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.shared.Database;

/** What the pages for the person who reports ask the database. */
@ApplicationScoped
class IntakeQueries {
    private final Database database;

    IntakeQueries(Database database) {
        this.database = database;
    }

    /** Stores a submission unless one with this look-up is there; whether it was stored. One statement, so all or nothing. */
    boolean insert(SubmissionId id, byte[] lookup, LocalDate received, SealedTold told) {
        String sql = """
                INSERT INTO submission (id, lookup, received, state, wrapped_key, sealed)
                VALUES (?, ?, ?, 'received', ?, ?)
                ON CONFLICT ON CONSTRAINT submission_lookup_is_unique DO NOTHING
                """;
        return database.change(sql, id.value(), lookup, received, told.wrappedKey(), told.content()) == 1;
    }

    Optional<Standing> standing(byte[] lookup) {
        String sql = """
                SELECT received, state, closed_because, case_slug FROM submission WHERE lookup = ?
                """;
        return database.first(
                sql,
                row -> new Standing(
                        row.getObject(1, LocalDate.class),
                        SubmissionState.of(row.getString(2)),
                        Optional.ofNullable(row.getString(3)).map(ClosingReason::of),
                        Optional.ofNullable(row.getString(4))),
                lookup);
    }
}
