package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** One look-up by index for many cases. */
@ApplicationScoped
class CurrentCaseQueries {
    private final Database database;

    CurrentCaseQueries(Database database) {
        this.database = database;
    }

    /** One line of the change feed. */
    record Change(long sequence, String kind, String slug) {
        static Set<String> cases(List<Change> changes, long after) {
            return changes.stream()
                    .filter(change -> change.sequence > after && change.kind.equals(Bodies.CASE))
                    .map(Change::slug)
                    .collect(Collectors.toSet());
        }
    }

    Map<String, Document> find(Set<String> slugs) {
        Map<String, Document> found = new HashMap<>();
        database.list(
                """
                SELECT p.slug, coalesce(v.body, d.body), coalesce(v.digest, d.digest, c.digest), c.sequence, c.recorded
                FROM current_case p JOIN change c USING (sequence) JOIN document d USING (sequence)
                LEFT JOIN document_veil v USING (sequence) WHERE p.slug = ANY (?)
                """,
                row -> found.put(
                        row.getString(1),
                        new Document(
                                row.getBytes(2),
                                Digest.parse(row.getString(3)),
                                row.getLong(4),
                                row.getObject(5, OffsetDateTime.class).toInstant())),
                (Object) slugs.toArray(String[]::new));
        return found;
    }

    long lastChange() {
        return database.first("SELECT coalesce(max(sequence), 0) FROM change", row -> row.getLong(1))
                .orElseThrow();
    }

    List<Change> from(long sequence, int most) {
        return database.list(
                "SELECT sequence, kind, slug FROM change WHERE sequence >= ? ORDER BY sequence LIMIT ?",
                row -> new Change(row.getLong(1), row.getString(2), row.getString(3)),
                sequence,
                most);
    }
}
