package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.shared.Database;

/** Reads what the log must say. */
@ApplicationScoped
class CommittedQueries {
    private static final String MOMENT = "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'";

    private static final String ROWS = """
        SELECT c.sequence, c.action, c.kind, c.slug, to_char(c.recorded AT TIME ZONE 'UTC', MOMENT), c.digest,
            coalesce(d.digest, ''), coalesce(to_char(d.replaced AT TIME ZONE 'UTC', MOMENT), ''),
            coalesce(CASE WHEN d.digest IS NULL THEN log_evidence_of(d.body) END, ''),
            CASE WHEN ? THEN coalesce('sha256:' || encode(sha256(d.body), 'hex'), '') ELSE '' END,
            coalesce(l.position, -1)
        FROM change c LEFT JOIN document d USING (sequence) LEFT JOIN log_leaf l USING (sequence)
        """.replace("MOMENT", MOMENT);

    private final Database database;

    CommittedQueries(Database database) {
        this.database = database;
    }

    /** Those after one number and up to another. */
    Map<Long, Committed> between(long after, long upTo, boolean withNow) {
        return rows("WHERE c.sequence > ? AND c.sequence <= ?", withNow, after, upTo);
    }

    /** Those of these numbers. */
    Map<Long, Committed> of(Collection<Long> sequences, boolean withNow) {
        return sequences.isEmpty()
                ? Map.of()
                : rows("WHERE c.sequence = ANY (CAST(? AS bigint[]))", withNow, (Object)
                        sequences.stream().map(Object::toString).toArray(String[]::new));
    }

    /** Those whose documents a permanent redaction is said to have replaced. */
    Map<Long, Committed> replaced() {
        return rows("WHERE d.digest IS NOT NULL OR d.replaced IS NOT NULL", true);
    }

    private Map<Long, Committed> rows(String where, boolean withNow, Object... more) {
        Object[] parameters = new Object[more.length + 1];
        parameters[0] = withNow;
        System.arraycopy(more, 0, parameters, 1, more.length);
        Map<Long, Committed> rows = new HashMap<>();
        database.list(ROWS + where, row -> rows.put(row.getLong(1), committed(row)), parameters);
        return rows;
    }

    private static Committed committed(ResultSet row) throws SQLException {
        return new Committed(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getLong(11));
    }

    /** The number of the last change whose leaf stands before a position; 0 if there is none. */
    long lastBefore(long position) {
        return database.first(
                        "SELECT sequence FROM log_leaf WHERE position < ? AND sequence IS NOT NULL"
                                + " ORDER BY position DESC LIMIT 1",
                        row -> row.getLong(1),
                        position)
                .orElse(0L);
    }

    /** Leaves from a position on that are not about a change alone. */
    List<byte[]> othersFrom(long position) {
        return database.list(
                "SELECT entry FROM log_leaf WHERE position >= ? AND sequence IS NULL ORDER BY position",
                row -> row.getBytes(1),
                position);
    }

    /** What stands beyond the last change of the log, or before its first: numbers and, where one is known, slugs. */
    List<String> outside(long last) {
        return database.list("""
                SELECT 'change ' || sequence || ' of ' || slug FROM change WHERE sequence > ? OR sequence < 1
                UNION SELECT 'document ' || sequence FROM document d
                WHERE NOT EXISTS (SELECT FROM change c WHERE c.sequence = d.sequence)
                """, row -> row.getString(1), last);
    }

    /** Whether something orders that versions of this document are redacted for good. */
    boolean isOrdered(Committed replaced) {
        return database.first("""
                        SELECT EXISTS (SELECT FROM redaction r WHERE r.act = 'erase' AND r.incident = CASE WHEN ? = 'case'
                            THEN (SELECT incident FROM cases WHERE slug = ?) ELSE ? END)
                        """, row -> row.getBoolean(1), replaced.kind(), replaced.slug(), replaced.slug())
                .orElseThrow();
    }

    /** The bytes of documents that are known by these numbers. */
    Map<Long, byte[]> bodies(Collection<Long> sequences) {
        Map<Long, byte[]> bodies = new HashMap<>();
        database.list(
                "SELECT sequence, body FROM document WHERE sequence = ANY (CAST(? AS bigint[]))",
                row -> bodies.put(row.getLong(1), row.getBytes(2)),
                (Object) sequences.stream().map(Object::toString).toArray(String[]::new));
        return bodies;
    }

    /** Files in the database that readers get, and that are not what their digests say. */
    List<String> otherFiles() {
        return database.list("""
                SELECT 'the file ' || digest || ' of ' || case_slug FROM public_file
                WHERE digest <> 'sha256:' || encode(sha256(bytes), 'hex')
                UNION ALL SELECT 'the ' || format || ' of edition ' || report || '/' || number
                FROM edition_body JOIN edition_file f USING (report, number, format)
                WHERE f.digest <> 'sha256:' || encode(sha256(body), 'hex')
                ORDER BY 1
                """, row -> row.getString(1));
    }

    /** The digest that an edition's file has in the database. */
    Optional<String> editionFile(String report, int number, String format) {
        return database.first(
                "SELECT digest FROM edition_file WHERE report = ? AND number = ? AND format = ?",
                row -> row.getString(1),
                report,
                number,
                format);
    }
}
