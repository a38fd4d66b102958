package org.lacuna.publication.captures;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lacuna.evidence.OpenedCopy;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Reads what editors have to decide about copies, and writes what they decided. */
@ApplicationScoped
class ReviewQueries {
    private static final String REVIEWED = """
            SELECT n.record, n.cases, o.record IS NOT NULL, d.act, d.why, d.editor, d.recorded
            FROM (SELECT c.record, array_agg(k.slug ORDER BY k.slug) AS cases, max(c.sequence) AS latest
                  FROM cited_capture c JOIN current_case k USING (sequence) %s GROUP BY c.record) n
            LEFT JOIN offered_capture o ON o.record = n.record
            LEFT JOIN LATERAL (SELECT * FROM capture_decision l WHERE l.record = n.record ORDER BY l.id DESC LIMIT 1) d
                ON true
            """;

    private final Database database;
    private final Clock clock;

    ReviewQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those that wait, then the others; within both what was named last comes first. */
    List<ReviewedCapture> all(int limit) {
        return database.list(REVIEWED.formatted("") + """
                ORDER BY d.act IS NOT NULL AND NOT (d.act = 'publish' AND o.record IS NULL), n.latest DESC, n.record LIMIT ?
                """, ReviewQueries::reviewed, limit);
    }

    Optional<ReviewedCapture> find(Digest record) {
        return database.first(REVIEWED.formatted("WHERE c.record = ?"), ReviewQueries::reviewed, record.toString());
    }

    private static ReviewedCapture reviewed(ResultSet row) throws SQLException {
        Optional<String> act = Optional.ofNullable(row.getString(4));
        return new ReviewedCapture(
                Digest.parse(row.getString(1)),
                List.of((String[]) row.getArray(2).getArray()),
                state(act.orElse(""), row.getBoolean(3)),
                act.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ReviewedCapture.Decided(
                                act.get(),
                                row.getString(5),
                                row.getObject(6, UUID.class),
                                row.getObject(7, OffsetDateTime.class).toInstant())));
    }

    private static ReviewedCapture.State state(String act, boolean offered) {
        return switch (act) {
            case "publish" -> offered ? ReviewedCapture.State.PUBLIC : ReviewedCapture.State.TO_LOOK_AT_AGAIN;
            case "withhold" -> ReviewedCapture.State.WITHHELD;
            case "withdraw" -> ReviewedCapture.State.WITHDRAWN;
            default -> ReviewedCapture.State.WAITING;
        };
    }

    /** Nobody redacts, and nobody else decides, until the end of the transaction. */
    void lock() {
        database.lock("record");
    }

    /** The number of the last redaction of all; 0 if there was none. */
    long lastRedaction() {
        return database.first("SELECT coalesce(max(id), 0) FROM redaction", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Whether anything was redacted for good after this number where the capture is or was named. */
    boolean redactedSince(Digest record, long seen) {
        return database.first("""
                        SELECT EXISTS (SELECT FROM named_capture n JOIN redaction r ON r.incident = n.incident
                            WHERE n.record = ? AND r.act = 'erase' AND r.id > ?)
                        """, row -> row.getBoolean(1), record.toString(), seen)
                .orElseThrow();
    }

    /**
     * Writes a decision.
     *
     * @return its number
     */
    long decide(
            Digest record,
            String act,
            Optional<Digest> copy,
            Optional<String> reason,
            String why,
            long seen,
            UUID who) {
        return database.first(
                        """
                        INSERT INTO capture_decision (record, act, copy, reason, why, seen, editor, recorded)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """,
                        row -> row.getLong(1),
                        record.toString(),
                        act,
                        copy.map(Digest::toString),
                        reason,
                        why,
                        seen,
                        who,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .orElseThrow();
    }

    void keep(Digest record, byte[] warc, OpenedCopy opened, long decision) {
        drop(record);
        String asked = opened.asked().toASCIIString();
        String target = opened.target().toASCIIString();
        database.change(
                """
                INSERT INTO public_capture (record, copy, asked, target, keys, captured, decision, bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                record.toString(),
                Digest.of(warc).toString(),
                asked,
                target,
                Stream.of(asked, target)
                        .map(url -> LookedUp.of(url).key())
                        .distinct()
                        .toArray(String[]::new),
                opened.at().atOffset(ZoneOffset.UTC),
                decision,
                warc);
    }

    void drop(Digest record) {
        database.change("DELETE FROM public_capture WHERE record = ?", record.toString());
    }

    /**
     * Drops what may be shown no more because something was redacted for good in the incidents of these cases.
     *
     * @return what was dropped
     */
    List<Digest> dropRedacted(Set<String> cases) {
        return database.list("""
                DELETE FROM public_capture p USING capture_decision d
                WHERE d.id = p.decision AND p.record IN (
                    SELECT n.record FROM cases c JOIN redaction r USING (incident) JOIN named_capture n USING (incident)
                    WHERE c.slug = ANY (?) AND r.act = 'erase' AND r.id > d.seen)
                RETURNING p.record
                """, row -> Digest.parse(row.getString(1)), (Object) cases.toArray(String[]::new));
    }

    /** The incidents whose public cases name it. */
    List<String> incidents(Digest record) {
        return incidents(record, false);
    }

    /** Those whose public cases offer it. */
    List<String> offering(Digest record) {
        return incidents(record, true);
    }

    private List<String> incidents(Digest record, boolean offered) {
        return database.list("""
                SELECT DISTINCT k.incident FROM cited_capture c JOIN current_case k USING (sequence)
                WHERE c.record = ? AND (c.offered OR NOT ?) ORDER BY k.incident
                """, row -> row.getString(1), record.toString(), offered);
    }
}
