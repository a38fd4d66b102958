package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Writes documents, changes and projections; always within the transaction of the caller. */
@ApplicationScoped
class DocumentStore {
    private final Database database;
    private final Bodies bodies;
    private final Projections projections;

    DocumentStore(Database database, Bodies bodies, Projections projections) {
        this.database = database;
        this.bodies = bodies;
        this.projections = projections;
    }

    /** Numbers are given under this lock, which lasts until the commit; so their order is the order of commits. */
    void lock() {
        database.lock("publication");
    }

    /**
     * For the length of the transaction, words only wait to be sorted into the indexes: somebody else sorts them in. Should
     * that not happen, this transaction does at last. And whatever is asked by a key is looked up by it: a plan made while
     * a table was empty reads the whole of it, also for each key that refers to it, until PostgreSQL looks at it again.
     */
    void readyToWrite() {
        database.list(
                "SELECT set_config('gin_pending_list_limit', '256MB', true), set_config('work_mem', '128MB', true),"
                        + " set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)",
                row -> true);
    }

    /**
     * Sorts in what waits. It is sorted in the memory of this transaction first; with the usual 64 MB the same pages of the
     * index would be visited several times.
     */
    void sortWords() {
        database.list("SELECT set_config('maintenance_work_mem', '256MB', true)", row -> true);
        database.list("SELECT gin_clean_pending_list(name::regclass) FROM unnest(?) name", row -> true, (Object)
                new String[] {"public_words_by_word", "public_case_by_marks"});
    }

    /** The number of the last change. */
    long lastSequence() {
        return database.first("SELECT coalesce(max(sequence), 0) FROM change", row -> row.getLong(1))
                .orElseThrow();
    }

    /** The last version that was written. */
    Optional<PublicDocument> last(String kind, String slug) {
        return database.first("""
            SELECT d.body FROM change c JOIN document d USING (sequence)
            WHERE c.kind = ? AND c.slug = ? ORDER BY c.sequence DESC LIMIT 1
            """, row -> bodies.read(kind, row.getBytes(1)), kind, slug);
    }

    /** The last versions that were written of many, by slug; those that have none are left out. */
    Map<String, PublicDocument> last(String kind, Set<String> slugs) {
        Map<String, PublicDocument> found = new HashMap<>();
        database.list(
                """
                SELECT l.slug, d.body FROM unnest(?) AS asked (slug) CROSS JOIN LATERAL (
                    SELECT c.slug, c.sequence FROM change c WHERE c.kind = ? AND c.slug = asked.slug
                    ORDER BY c.sequence DESC LIMIT 1) l
                JOIN document d USING (sequence)
                """,
                row -> found.put(row.getString(1), bodies.read(kind, row.getBytes(2))),
                slugs.toArray(String[]::new),
                kind);
        return found;
    }

    /** @param version the first or the next one of its document */
    void write(Version version) {
        PublicDocument document = version.document();
        byte[] body = bodies.salted(document);
        database.insert(
                "change",
                "sequence, action, kind, slug, digest, recorded",
                document.sequence(),
                version.action(),
                Bodies.kind(document),
                document.slug(),
                Digest.of(body).toString(),
                document.lastChanged());
        database.insertBytes("document", "sequence, body", document.sequence(), body);
    }

    /** Makes room in the projections for what is written next: these versions are not the last ones any more. */
    void end(List<Version> by) {
        projections.end(by);
    }

    /** Brings the projections up to what the document is now: the last version of all. */
    void project(Version version) {
        projections.writeLast(version.document(), version.about());
    }

    /**
     * Makes the projections of every version of an incident's cases anew: they are shown otherwise than before, or the
     * words by which they are found have changed.
     */
    void renew(String incident, String about) {
        versions(incident).forEach(version -> projections.write(version, about));
    }

    private List<PublicDocument> versions(String incident) {
        return database.list("""
            SELECT coalesce(v.body, d.body)
            FROM change c JOIN document d USING (sequence) LEFT JOIN document_veil v USING (sequence)
            WHERE c.kind = 'case' AND c.slug IN (SELECT slug FROM cases WHERE incident = ?) ORDER BY c.sequence
            """, row -> bodies.read(Bodies.CASE, row.getBytes(1)), incident);
    }
}
