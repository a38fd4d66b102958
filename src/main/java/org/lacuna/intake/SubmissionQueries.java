package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.intake.seal.Recipient;
import org.lacuna.shared.Database;
import org.lacuna.shared.Word;

/** Submissions, what was added to them, and what became of them. */
@ApplicationScoped
class SubmissionQueries {
    private final Database database;

    SubmissionQueries(Database database) {
        this.database = database;
    }

    /** An item as the table holds it. */
    record Closed(ItemId id, ItemKind kind, LocalDate day, boolean seen, byte[] sealed) {}

    /** Stores a submission unless one with this look-up is there; whether it was stored. */
    boolean insert(
            SubmissionId id, byte[] lookup, LocalDate received, Recipient recipient, byte[] sealed, Consents consents) {
        String sql = """
                INSERT INTO submission (id, lookup, received, state, recipient, sealed,
                    may_count, may_publish_facts, may_publish_name, may_publish_evidence)
                VALUES (?, ?, ?, 'received', ?, ?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT submission_lookup_is_unique DO NOTHING
                """;
        return database.change(
                        sql,
                        id.value(),
                        lookup,
                        received,
                        recipient.line(),
                        sealed,
                        consents.statistics(),
                        consents.facts(),
                        consents.name(),
                        consents.evidence())
                == 1;
    }

    Optional<SubmissionId> byLookup(byte[] lookup) {
        return database.first(
                "SELECT id FROM submission WHERE lookup = ?",
                row -> new SubmissionId(row.getObject(1, UUID.class)),
                lookup);
    }

    void insert(SubmissionId submission, ItemId id, ItemKind kind, LocalDate day, byte[] sealed) {
        String sql = """
                INSERT INTO submission_item (id, submission, position, kind, day, seen, sealed)
                SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, false, ? FROM submission_item WHERE submission = ?
                """;
        database.change(sql, id.value(), submission.value(), kind.word(), day, sealed, submission.value());
    }

    /** Closes what is known of a file only at its end into its row. */
    void describe(ItemId file, byte[] sealed) {
        database.change("UPDATE submission_item SET sealed = ? WHERE id = ?", sealed, file.value());
    }

    int count(SubmissionId submission) {
        String sql = """
                SELECT count(*)::int FROM submission_item WHERE submission = ?
                """;
        return database.first(sql, row -> row.getInt(1), submission.value()).orElseThrow();
    }

    int files(SubmissionId submission) {
        String sql = """
                SELECT count(*)::int FROM submission_item WHERE submission = ? AND kind = 'file'
                """;
        return database.first(sql, row -> row.getInt(1), submission.value()).orElseThrow();
    }

    void insertPart(ItemId item, int position, byte[] bytes) {
        database.change(
                "INSERT INTO submission_part (item, position, bytes) VALUES (?, ?, ?)", item.value(), position, bytes);
    }

    Optional<byte[]> part(ItemId item, int position) {
        return database.first(
                "SELECT bytes FROM submission_part WHERE item = ? AND position = ?",
                row -> row.getBytes(1),
                item.value(),
                position);
    }

    List<Closed> items(SubmissionId submission) {
        String sql = """
                SELECT id, kind, day, seen, sealed FROM submission_item WHERE submission = ? ORDER BY position
                """;
        return database.list(
                sql,
                row -> new Closed(
                        new ItemId(row.getObject(1, UUID.class)),
                        Word.of(ItemKind.class, row.getString(2)).orElseThrow(),
                        row.getObject(3, LocalDate.class),
                        row.getBoolean(4),
                        row.getBytes(5)),
                submission.value());
    }

    /** Bytes of all stored files of a submission, as they are stored. */
    long stored(SubmissionId submission) {
        String sql = """
                SELECT coalesce(sum(length(bytes)), 0) FROM submission_part p JOIN submission_item i ON i.id = p.item
                WHERE i.submission = ?
                """;
        return database.first(sql, row -> row.getLong(1), submission.value()).orElseThrow();
    }

    /** Notes what was opened by whom it is for. */
    void see(SubmissionId submission, boolean byEditor) {
        String sql = """
                UPDATE submission_item SET seen = true WHERE submission = ? AND NOT seen AND (kind <> 'from-editor') = ?
                """;
        database.change(sql, submission.value(), byEditor);
    }

    /** How many items of a person no editor has opened yet, and how many of an editor the person has not. */
    long unseen(SubmissionId submission, boolean forEditor) {
        String sql = """
                SELECT count(*) FROM submission_item WHERE submission = ? AND NOT seen AND (kind <> 'from-editor') = ?
                """;
        return database.first(sql, row -> row.getLong(1), submission.value(), forEditor)
                .orElseThrow();
    }

    /** Deletes its keys, its items and their bytes. */
    void destroy(SubmissionId submission) {
        database.change("DELETE FROM submission_key WHERE submission = ?", submission.value());
        database.change("DELETE FROM submission_item WHERE submission = ?", submission.value());
    }

    void yields(SubmissionId submission, String caseSlug, String entry) {
        String sql = """
                INSERT INTO submission_yield (submission, case_slug, entry) VALUES (?, ?, ?)
                ON CONFLICT ON CONSTRAINT submission_yield_pk DO NOTHING
                """;
        database.change(sql, submission.value(), caseSlug, entry);
    }

    List<Yield> yielded(SubmissionId submission) {
        String sql = """
                SELECT y.case_slug, y.entry, EXISTS (
                    SELECT 1 FROM submission_yield other JOIN submission s ON s.id = other.submission
                    WHERE other.case_slug = y.case_slug AND other.entry = y.entry AND other.submission <> y.submission
                    AND s.state <> 'withdrawn' AND s.may_publish_facts)
                FROM submission_yield y WHERE y.submission = ? ORDER BY y.case_slug, y.entry
                """;
        return database.list(
                sql, row -> new Yield(row.getString(1), row.getString(2), row.getBoolean(3)), submission.value());
    }
}
