package org.lacuna.intake.marks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.lacuna.intake.SubmissionId;
import org.lacuna.shared.Database;

/** Keyed marks of texts, and the bands under which like ones are found. */
@ApplicationScoped
class MarkQueries {
    /** A band that so many share finds its like already: a flood makes neither the table nor the look-up grow. */
    private static final int ENOUGH = 20;

    private final Database database;

    MarkQueries(Database database) {
        this.database = database;
    }

    record Marked(SubmissionId submission, TextMark mark) {}

    void lock() {
        database.lock("submission marks");
    }

    void insert(SubmissionId submission, TextMark.Banded text) {
        database.change(
                "INSERT INTO submission_mark (submission, phrases, words, vocabulary, brief) VALUES (?, ?, ?, ?, ?)",
                submission.value(),
                text.mark().phrases().bytes(),
                text.mark().words().bytes(),
                text.mark().vocabulary().bytes(),
                text.mark().brief());
        String sql = """
                INSERT INTO submission_band (value, submission)
                SELECT DISTINCT band::bigint, ?::uuid FROM unnest(?) AS mine (band)
                WHERE (SELECT count(*) FROM (SELECT 1 FROM submission_band WHERE value = band::bigint LIMIT ?) few) < ?
                """;
        database.change(sql, submission.value(), texts(text.bands()), ENOUGH, ENOUGH);
    }

    /** Those that share a band with this text. */
    List<Marked> sharing(long[] bands) {
        String sql = """
                SELECT m.submission, m.phrases, m.words, m.vocabulary, m.brief FROM submission_mark m
                WHERE m.submission IN (SELECT b.submission FROM submission_band b
                    WHERE b.value = ANY (SELECT band::bigint FROM unnest(?) AS mine (band)))
                ORDER BY m.submission
                """;
        return database.list(sql, MarkQueries::marked, (Object) texts(bands));
    }

    List<Marked> of(Collection<UUID> submissions) {
        String sql = """
                SELECT m.submission, m.phrases, m.words, m.vocabulary, m.brief FROM submission_mark m
                WHERE m.submission = ANY (SELECT id::uuid FROM unnest(?) AS asked (id))
                """;
        return database.list(sql, MarkQueries::marked, (Object)
                submissions.stream().map(UUID::toString).toArray(String[]::new));
    }

    void forget(SubmissionId submission) {
        database.change("DELETE FROM submission_band WHERE submission = ?", submission.value());
        database.change("DELETE FROM submission_mark WHERE submission = ?", submission.value());
    }

    private static Marked marked(ResultSet row) throws SQLException {
        return new Marked(
                new SubmissionId(row.getObject(1, UUID.class)),
                new TextMark(
                        new Sketch(row.getBytes(2)),
                        new Sketch(row.getBytes(3)),
                        new Sketch(row.getBytes(4)),
                        row.getBoolean(5)));
    }

    private static String[] texts(long[] bands) {
        return Arrays.stream(bands).mapToObj(Long::toString).toArray(String[]::new);
    }
}
