package org.lacuna.publication;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.lacuna.shared.Database;

/**
 * Makes all projections anew from the documents, at the first start after their shape has changed. Two nodes may start at
 * once: the second waits for the first and finds them filled.
 */
@ApplicationScoped
class FillProjections {
    private static final Logger LOG = Logger.getLogger(FillProjections.class);
    private static final int BEFORE_THE_FOUNDING_RECORD = 50;
    private static final int AT_ONCE = 500;
    private static final int A_WHILE = 50_000;
    private static final int A_DAY = 24 * 60 * 60;

    private final Database database;
    private final DocumentStore store;
    private final Projections projections;
    private final Bodies bodies;

    FillProjections(Database database, DocumentStore store, Projections projections, Bodies bodies) {
        this.database = database;
        this.store = store;
        this.projections = projections;
        this.bodies = bodies;
    }

    private record Stored(PublicDocument document, String incident, long ended) {}

    /** In one transaction, so that other nodes read all of it or what was there before; a million cases take an hour. */
    @Transactional
    @TransactionConfiguration(timeout = A_DAY)
    void start(@Observes @Priority(BEFORE_THE_FOUNDING_RECORD) StartupEvent started) {
        store.lock();
        if (filled()) {
            return;
        }
        database.change("DELETE FROM public_case");
        database.change("DELETE FROM public_incident");
        Map<String, String> abouts = new HashMap<>();
        long after = 0;
        long written = 0;
        for (List<Stored> versions = versions(after); !versions.isEmpty(); versions = versions(after)) {
            List<Stored> some = versions;
            database.together(() -> some.forEach(version -> projections.insert(
                    version.document, abouts.computeIfAbsent(version.incident, this::about), version.ended)));
            after = versions.get(versions.size() - 1).document.sequence();
            written += versions.size();
            if (written % A_WHILE == 0) {
                LOG.infof("%d versions of public documents are prepared so far", written);
            }
        }
        database.change("UPDATE projection SET filled = true");
        if (written > 0) {
            LOG.infof("%d versions of public documents are prepared for filters and search", written);
        }
    }

    private boolean filled() {
        return database.first("SELECT filled FROM projection", row -> row.getBoolean(1))
                .orElseThrow();
    }

    private List<Stored> versions(long after) {
        return database.list(
                """
                SELECT c.kind, coalesce(v.body, d.body), coalesce(o.incident, c.slug), coalesce((
                    SELECT min(n.sequence) FROM change n WHERE n.kind = c.kind AND n.slug = c.slug
                    AND n.sequence > c.sequence), 9223372036854775807)
                FROM change c JOIN document d USING (sequence) LEFT JOIN document_veil v USING (sequence)
                    LEFT JOIN cases o ON c.kind = 'case' AND o.slug = c.slug
                WHERE c.sequence > ? AND c.kind <> 'edition' ORDER BY c.sequence LIMIT ?
                """,
                row -> new Stored(bodies.read(row.getString(1), row.getBytes(2)), row.getString(3), row.getLong(4)),
                after,
                AT_ONCE);
    }

    /** As the incident's last document words it. */
    private String about(String incident) {
        return store.last(Bodies.INCIDENT, incident)
                .filter(PublicIncident.class::isInstance)
                .map(PublicIncident.class::cast)
                .map(PublicIncident::about)
                .orElse("");
    }
}
