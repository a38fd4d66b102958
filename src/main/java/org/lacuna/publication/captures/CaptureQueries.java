package org.lacuna.publication.captures;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Reads the copies that a public case offers now; there is no other way to them. */
@ApplicationScoped
class CaptureQueries {
    private static final String OFFERED = """
            SELECT o.record, o.copy, o.asked, o.target, o.captured, d.recorded, length(o.bytes)
            FROM offered_capture o JOIN capture_decision d ON d.id = o.decision
            WHERE EXISTS (SELECT FROM cited_capture c JOIN current_case k USING (sequence)
                WHERE c.record = o.record AND c.offered)
            """;

    private final Database database;

    CaptureQueries(Database database) {
        this.database = database;
    }

    Optional<OfferedCapture> find(Digest record) {
        return database.first(OFFERED + " AND o.record = ?", CaptureQueries::offered, record.toString());
    }

    Optional<byte[]> bytes(Digest record) {
        return database.first(
                "SELECT bytes FROM offered_capture WHERE record = ?", row -> row.getBytes(1), record.toString());
    }

    /** The oldest first. */
    List<OfferedCapture> of(LookedUp address) {
        return database.list(
                OFFERED + " AND o.keys @> ? ORDER BY o.captured, o.record", CaptureQueries::offered, (Object)
                        new String[] {address.key()});
    }

    /** The oldest first. */
    List<OfferedCapture> ofCase(String slug) {
        return database.list(OFFERED + """
             AND o.record IN (SELECT c.record FROM cited_capture c JOIN current_case k USING (sequence)
                WHERE k.slug = ? AND c.offered)
            ORDER BY o.captured, o.record
            """, CaptureQueries::offered, slug);
    }

    /** Slugs of the cases that name it now. */
    List<String> cases(Digest record) {
        return database.list("""
                SELECT k.slug FROM cited_capture c JOIN current_case k USING (sequence) WHERE c.record = ? ORDER BY k.slug
                """, row -> row.getString(1), record.toString());
    }

    /** Why a copy that was public once was taken back: a word for readers, empty where something else took it away. */
    Optional<Optional<String>> reasonGone(Digest record) {
        return database.first("""
                SELECT (SELECT l.reason FROM capture_decision l WHERE l.record = d.record ORDER BY l.id DESC LIMIT 1)
                FROM capture_decision d WHERE d.record = ? AND d.act = 'publish' LIMIT 1
                """, row -> Optional.ofNullable(row.getString(1)), record.toString());
    }

    private static OfferedCapture offered(ResultSet row) throws SQLException {
        return new OfferedCapture(
                Digest.parse(row.getString(1)),
                Digest.parse(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getLong(7));
    }
}
