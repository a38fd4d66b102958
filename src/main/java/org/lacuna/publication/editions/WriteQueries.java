package org.lacuna.publication.editions;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Orders editions, takes the orders up, writes what became of them. */
@ApplicationScoped
class WriteQueries {
    private final Database database;

    WriteQueries(Database database) {
        this.database = database;
    }

    /** Waits for publications and redactions that are under way; what comes after them waits for the transaction's end. */
    void lockPublication() {
        database.lock("publication");
    }

    /** How many redactions there were. */
    long redactions() {
        return database.first("SELECT last_value FROM edition_redactions", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Until when the clock of a report was read; a report that is new begins now. */
    Instant clock(String report, Instant now) {
        database.change(
                "INSERT INTO edition_clock (report, read) VALUES (?, ?) ON CONFLICT ON CONSTRAINT edition_clock_pk DO NOTHING",
                report,
                time(now));
        return database.first(
                        "SELECT read FROM edition_clock WHERE report = ?",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        report)
                .orElseThrow();
    }

    void clockRead(String report, Instant until) {
        database.change(
                "UPDATE edition_clock SET read = ? WHERE report = ? AND read < ?", time(until), report, time(until));
    }

    /** Nothing happens if the same clock ordered it before, or it is made already. */
    boolean order(EditionOrder order, Instant now) {
        return database.change(
                        """
                        INSERT INTO edition_order (report, day, due, replaces, sequence, ordered)
                        SELECT ?, ?, ?::timestamptz, ?::integer, ?::bigint, ?
                        WHERE NOT EXISTS (SELECT FROM edition e WHERE e.report = ? AND e.due = ?::timestamptz)
                        ON CONFLICT ON CONSTRAINT edition_order_due_once DO NOTHING
                        """,
                        order.report(),
                        order.day(),
                        order.due().map(WriteQueries::time),
                        order.replaces(),
                        order.sequence(),
                        time(now),
                        order.report(),
                        order.due().map(WriteQueries::time))
                == 1;
    }

    /** An order and its number. */
    record Taken(long id, EditionOrder order) {}

    /** The oldest order that nobody else is at; nobody else gets it until the transaction ends. */
    Optional<Taken> take() {
        return database.first("""
                SELECT id, report, day, due, replaces, sequence FROM edition_order
                ORDER BY ordered, id LIMIT 1 FOR UPDATE SKIP LOCKED
                """, WriteQueries::taken);
    }

    void done(Taken taken) {
        database.change("DELETE FROM edition_order WHERE id = ?", taken.id());
    }

    /** An edition in doubt that nobody else counts again. */
    Optional<String[]> takeDoubted() {
        return database.first("""
                SELECT report, number::text FROM edition_check ORDER BY since LIMIT 1 FOR UPDATE SKIP LOCKED
                """, row -> new String[] {row.getString(1), row.getString(2)});
    }

    void noDoubt(String report, int number) {
        database.change("DELETE FROM edition_check WHERE report = ? AND number = ?", report, number);
    }

    /** @return its number */
    int insert(EditionOrder order, long sequence, RendersEditions.Made made, Instant now) {
        database.lock("editions of " + order.report());
        int number = database.first(
                        "SELECT coalesce(max(number), 0) + 1 FROM edition WHERE report = ?",
                        row -> row.getInt(1),
                        order.report())
                .orElseThrow();
        database.change(
                """
                INSERT INTO edition (report, number, title, day, sequence, due, replaces, figures, made)
                VALUES (?, ?, ?, ?, ?, ?::timestamptz, ?::integer, ?, ?)
                """,
                order.report(),
                number,
                made.title(),
                order.day(),
                sequence,
                order.due().map(WriteQueries::time),
                order.replaces(),
                made.figures().toString(),
                time(now));
        made.files().forEach(file -> insert(order.report(), number, file));
        return number;
    }

    private void insert(String report, int number, RendersEditions.File file) {
        database.change(
                "INSERT INTO edition_file (report, number, format, media, bytes, digest) VALUES (?, ?, ?, ?, ?, ?)",
                report,
                number,
                file.format(),
                file.media(),
                (long) file.body().length,
                Digest.of(file.body()).toString());
        database.change(
                "INSERT INTO edition_body (report, number, format, body) VALUES (?, ?, ?, ?)",
                report,
                number,
                file.format(),
                file.body());
    }

    void review(String report, int number, String decision, String notes, Instant now, Optional<Long> change) {
        database.change("""
                INSERT INTO edition_review (report, number, decision, notes, at, change) VALUES (?, ?, ?, ?, ?, ?::bigint)
                """, report, number, decision, notes, time(now), change);
    }

    void end(String report, int number, String reason, Instant now, Optional<Long> change) {
        database.change(
                "INSERT INTO edition_end (report, number, reason, at, change) VALUES (?, ?, ?, ?, ?::bigint)",
                report,
                number,
                reason,
                time(now),
                change);
    }

    void dropBodies(String report, int number) {
        database.change("DELETE FROM edition_body WHERE report = ? AND number = ?", report, number);
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getLong(1),
                new EditionOrder(
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getObject(5, Integer.class)),
                        Optional.ofNullable(row.getObject(6, Long.class))));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
