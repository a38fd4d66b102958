package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lacuna.cases.Passage;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Reads the versions of the past; writes how they are shown, and, through the one function that may, what they are. */
@ApplicationScoped
class VeilQueries {
    private static final String OF_INCIDENT = """
        FROM change c JOIN document d USING (sequence) LEFT JOIN document_veil v USING (sequence)
        WHERE ((c.kind = 'incident' AND c.slug = ?)
            OR (c.kind = 'case' AND c.slug IN (SELECT slug FROM cases WHERE incident = ?)))
        """;

    private final Database database;

    VeilQueries(Database database) {
        this.database = database;
    }

    /** @param veil digest of what is shown in its place */
    record Version(long sequence, String kind, String slug, byte[] body, Optional<Digest> veil) {}

    /** Those of these incidents of which any version stands behind a veil. */
    Set<String> veiled(Set<String> incidents) {
        String[] asked = incidents.toArray(String[]::new);
        return Set.copyOf(database.list("""
            SELECT DISTINCT coalesce(o.incident, c.slug) FROM document_veil v JOIN change c USING (sequence)
            LEFT JOIN cases o ON c.kind = 'case' AND o.slug = c.slug
            WHERE (c.kind = 'incident' AND c.slug = ANY (?)) OR o.incident = ANY (?)
            """, row -> row.getString(1), asked, asked));
    }

    /** Incidents of which anything was ever redacted or stands behind a veil. */
    List<String> redacted() {
        return database.list("""
            SELECT incident FROM redaction
            UNION SELECT coalesce(o.incident, c.slug) FROM document_veil v JOIN change c USING (sequence)
            LEFT JOIN cases o ON c.kind = 'case' AND o.slug = c.slug ORDER BY 1
            """, row -> row.getString(1));
    }

    /** What is shown otherwise than it can be, in words: by a veil that is none, or by an older version. */
    List<String> wronglyShown() {
        return database.list("""
            SELECT 'version ' || sequence || ' of ' || slug || ' stands behind a veil that nobody made'
            FROM document_veil v JOIN change c USING (sequence)
            WHERE v.digest <> 'sha256:' || encode(sha256(v.body), 'hex') OR c.kind = 'edition'
            UNION ALL
            SELECT kind || ' ' || slug || ' is shown as version ' || shown || ', the last one is ' || last FROM (
                SELECT 'case' AS kind, slug, sequence AS shown FROM current_case
                UNION ALL SELECT 'incident', slug, sequence FROM current_incident) s
            CROSS JOIN LATERAL (SELECT c.sequence AS last FROM change c WHERE c.kind = s.kind AND c.slug = s.slug
                ORDER BY c.sequence DESC LIMIT 1) l WHERE shown <> last
            """, row -> row.getString(1));
    }

    /** All versions of an incident and its cases, in the order in which they were written. */
    List<Version> versions(String incident) {
        return database.list(
                "SELECT c.sequence, c.kind, c.slug, d.body, v.digest " + OF_INCIDENT + " ORDER BY c.sequence",
                row -> new Version(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBytes(4),
                        Optional.ofNullable(row.getString(5)).map(Digest::parse)),
                incident,
                incident);
    }

    /** What is shown in the place of a version, if anything is. */
    Optional<byte[]> veil(long sequence) {
        return database.first("SELECT body FROM document_veil WHERE sequence = ?", row -> row.getBytes(1), sequence);
    }

    /** @param body what is shown instead; empty to show the version itself */
    void veil(long sequence, Optional<byte[]> body, Instant since) {
        if (body.isEmpty()) {
            database.change("DELETE FROM document_veil WHERE sequence = ?", sequence);
            return;
        }
        database.change("""
            INSERT INTO document_veil (sequence, body, digest, since) VALUES (?, ?, ?, ?)
            ON CONFLICT (sequence) DO UPDATE SET body = excluded.body, digest = excluded.digest, since = excluded.since
            """, sequence, body.get(), Digest.of(body.get()).toString(), since.atOffset(ZoneOffset.UTC));
    }

    /** @param ordered a permanent redaction that orders it */
    void replace(Passage ordered, Map<Long, byte[]> bodies, Instant at) {
        bodies.forEach((sequence, body) -> database.list(
                "SELECT erase(?, ?, ?, ARRAY[?::bigint], ARRAY[?::bytea], ?)",
                row -> true,
                ordered.what().word(),
                ordered.owner(),
                ordered.id(),
                sequence,
                body,
                at.atOffset(ZoneOffset.UTC)));
    }
}
