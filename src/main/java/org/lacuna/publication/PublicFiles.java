package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lacuna.cases.Cases;
import org.lacuna.cases.RecordChanged;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/**
 * Copies of files that people sent and allow to be seen, made anew. The document of a case names their digests; when the
 * consent goes the bytes go, and the next version of the document names them no longer.
 */
@ApplicationScoped
public class PublicFiles {
    private final Database database;
    private final Cases cases;
    private final Event<RecordChanged> changed;

    PublicFiles(Database database, Cases cases, Event<RecordChanged> changed) {
        this.database = database;
        this.cases = cases;
        this.changed = changed;
    }

    /** A file to be sent. */
    public record Content(String media, byte[] bytes) {}

    /**
     * Publishes a copy.
     *
     * @param title in an editor's words
     * @param origin what it came with, to be found by when it has to go
     */
    @Transactional
    public Digest add(String caseSlug, String title, Content copy, UUID origin) {
        Digest digest = Digest.of(copy.bytes());
        String sql = """
                INSERT INTO public_file (digest, case_slug, media, title, origin, bytes) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT public_file_pk DO NOTHING
                """;
        database.change(sql, digest.toString(), caseSlug, copy.media(), title, origin, copy.bytes());
        republish(caseSlug);
        return digest;
    }

    /** Its bytes, while they are public. */
    public Optional<Content> find(Digest digest) {
        return database.first(
                "SELECT media, bytes FROM public_file WHERE digest = ? LIMIT 1",
                row -> new Content(row.getString(1), row.getBytes(2)),
                digest.toString());
    }

    /** Takes back what came from there. */
    @Transactional
    public void removeFrom(UUID origin) {
        List<String> slugs = database.list(
                "SELECT DISTINCT case_slug FROM public_file WHERE origin = ?", row -> row.getString(1), origin);
        database.change("DELETE FROM public_file WHERE origin = ?", origin);
        slugs.forEach(this::republish);
    }

    /** What the document of a case names. */
    List<PublicCase.File> of(String caseSlug) {
        String sql = """
                SELECT digest, media, length(bytes), title FROM public_file WHERE case_slug = ? ORDER BY position
                """;
        return database.list(
                sql,
                row -> new PublicCase.File(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
                caseSlug);
    }

    private void republish(String caseSlug) {
        String incident = cases.incidentOf(caseSlug).orElseThrow().slug();
        changed.fire(new RecordChanged(incident, Set.of(caseSlug)));
    }
}
