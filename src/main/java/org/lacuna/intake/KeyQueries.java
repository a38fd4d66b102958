package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.intake.seal.Recipient;
import org.lacuna.shared.Database;

/** Holders of keys, and the wrapped keys of submissions. */
@ApplicationScoped
class KeyQueries {
    private final Database database;

    KeyQueries(Database database) {
        this.database = database;
    }

    /** A wrapped key of a submission that is waiting for another holder. */
    record Wrapped(SubmissionId id, Recipient recipient, byte[] key) {}

    Map<String, Recipient> holders() {
        Map<String, Recipient> found = new LinkedHashMap<>();
        database.list(
                        "SELECT holder, recipient FROM key_holder ORDER BY holder",
                        row -> Map.entry(row.getString(1), new Recipient(row.getString(2))))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    /** Whether there was no such holder. */
    boolean addHolder(String holder, Recipient recipient, LocalDate since) {
        String sql = """
                INSERT INTO key_holder (holder, recipient, since) VALUES (?, ?, ?)
                ON CONFLICT ON CONSTRAINT key_holder_pk DO NOTHING
                """;
        return database.change(sql, holder, recipient.line(), since) == 1;
    }

    void dropHolder(String holder) {
        database.change("DELETE FROM key_holder WHERE holder = ?", holder);
    }

    void dropKeysOf(String holder) {
        database.change("DELETE FROM submission_key WHERE holder = ?", holder);
    }

    void addKey(SubmissionId id, String holder, byte[] wrapped) {
        String sql = """
                INSERT INTO submission_key (submission, holder, wrapped) VALUES (?, ?, ?)
                ON CONFLICT ON CONSTRAINT submission_key_pk DO NOTHING
                """;
        database.change(sql, id.value(), holder, wrapped);
    }

    Optional<Wrapped> key(SubmissionId id, String holder) {
        String sql = """
                SELECT s.id, s.recipient, k.wrapped FROM submission_key k JOIN submission s ON s.id = k.submission
                WHERE k.submission = ? AND k.holder = ? AND s.state <> 'withdrawn'
                """;
        return database.first(sql, KeyQueries::wrapped, id.value(), holder);
    }

    /** Some that one holder can open and the other cannot. */
    List<Wrapped> lacking(String from, String to, int most) {
        String sql = """
                SELECT s.id, s.recipient, k.wrapped FROM submission_key k JOIN submission s ON s.id = k.submission
                WHERE k.holder = ? AND s.state <> 'withdrawn'
                AND NOT EXISTS (SELECT 1 FROM submission_key other WHERE other.submission = s.id AND other.holder = ?)
                LIMIT ? FOR SHARE OF s
                """;
        return database.list(sql, KeyQueries::wrapped, from, to, most);
    }

    long lacking(String holder) {
        String sql = """
                SELECT count(*) FROM submission s WHERE s.state <> 'withdrawn'
                AND NOT EXISTS (SELECT 1 FROM submission_key k WHERE k.submission = s.id AND k.holder = ?)
                """;
        return database.first(sql, row -> row.getLong(1), holder).orElseThrow();
    }

    private static Wrapped wrapped(ResultSet row) throws SQLException {
        return new Wrapped(
                new SubmissionId(row.getObject(1, UUID.class)), new Recipient(row.getString(2)), row.getBytes(3));
    }
}
