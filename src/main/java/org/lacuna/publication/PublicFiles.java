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
import org.lacuna.shared.Digest;

/**
 * Copies of files that people sent and allow to be seen, made anew. The document of a case names their digests; when the
 * consent goes the bytes go, and the next version of the document names them no longer.
 */
@ApplicationScoped
public class PublicFiles {
    private final PublicFileQueries queries;
    private final Cases cases;
    private final Event<RecordChanged> changed;

    PublicFiles(PublicFileQueries queries, Cases cases, Event<RecordChanged> changed) {
        this.queries = queries;
        this.cases = cases;
        this.changed = changed;
    }

    /** A file to be sent. */
    public record Content(String media, byte[] bytes) {}

    /**
     * Publishes a copy; the same one twice is there once.
     *
     * @param title in an editor's words
     * @param origin what it came with, to be found by when it has to go
     */
    @Transactional
    public Digest add(String caseSlug, String title, Content copy, UUID origin) {
        Digest digest = Digest.of(copy.bytes());
        queries.insert(digest, caseSlug, title, copy, origin);
        republish(caseSlug);
        return digest;
    }

    /** Its bytes, while they are public. */
    public Optional<Content> find(Digest digest) {
        return queries.find(digest);
    }

    /** Takes back what came from there. */
    @Transactional
    public void removeFrom(UUID origin) {
        List<String> slugs = queries.casesWith(origin);
        queries.delete(origin);
        slugs.forEach(this::republish);
    }

    private void republish(String caseSlug) {
        String incident = cases.incidentOf(caseSlug).orElseThrow().slug();
        changed.fire(new RecordChanged(incident, Set.of(caseSlug)));
    }
}
