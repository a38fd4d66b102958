package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lacuna.cases.Cases;
import org.lacuna.cases.Incident;
import org.lacuna.cases.RecordChanged;
import org.lacuna.shared.Database;
import org.lacuna.shared.Gathered;

/**
 * Writes the public documents of what was recorded, inside the transaction that recorded it: a fact and its publication
 * are visible together or not at all.
 */
@ApplicationScoped
class Publish {
    /** So many documents are sent at once. */
    private static final int PART = 50;

    private final Cases cases;
    private final Veils veils;
    private final Compose compose;
    private final DocumentStore store;
    private final Projections projections;
    private final ReadBefore before;
    private final Database database;
    private final SortSoon sorting;
    private final Event<CasesPublished> told;

    Publish(
            Cases cases,
            Veils veils,
            Compose compose,
            DocumentStore store,
            Projections projections,
            ReadBefore before,
            Database database,
            SortSoon sorting,
            Event<CasesPublished> told) {
        this.cases = cases;
        this.veils = veils;
        this.compose = compose;
        this.store = store;
        this.projections = projections;
        this.before = before;
        this.database = database;
        this.sorting = sorting;
        this.told = told;
    }

    void publish(@Observes RecordChanged changed) {
        publish(Set.of(changed.incident()));
    }

    /**
     * Many incidents at once, in the transaction of the caller. Their texts are cut into words before the lock is asked for,
     * so that others wait less. What they are then is looked at under the lock: whoever changes them after that waits, and
     * publishes them again.
     */
    void publish(Set<String> slugs) {
        publish(ahead(slugs));
        sorting.sort();
    }

    /** The same for incidents that were read before; they are read again where anything of them is not as it was. */
    void publish(Cases.AsRead read) {
        store.readyToWrite();
        store.lock();
        publish(cases.now(read));
    }

    /**
     * Does what can be done before their turn comes, on any thread and without keeping anybody waiting; nothing is
     * written.
     */
    Cases.AsRead ahead(Set<String> slugs) {
        Cases.AsRead read = cases.read(slugs);
        Before known = before.read(read.incidents());
        for (Incident incident : read.incidents()) {
            compose.versions(incident, known, Set.of())
                    .forEach(version -> projections.ahead(version.document(), version.about()));
        }
        return read;
    }

    private void publish(List<Incident> incidents) {
        Before known = before.read(incidents);
        List<Version> versions = new ArrayList<>();
        Map<String, String> shownOtherwise = new LinkedHashMap<>();
        for (Incident incident : incidents) {
            String slug = incident.slug();
            Veils.Renewed past = veils.renew(slug, known.redacted(slug), known.veiled(slug), known.now());
            versions.addAll(compose.versions(incident, known, past.covered()));
            String about = Compose.about(incident, known.redacted(slug));
            if (past.changed()
                    || known.lastIncident(slug)
                            .filter(document -> !about(document).equals(about))
                            .isPresent()) {
                shownOtherwise.put(slug, about);
            }
        }
        store.end(versions);
        write(versions);
        database.together(() -> shownOtherwise.forEach(store::renew));
        told.fire(new CasesPublished(known.slugs()));
    }

    /** While the database takes some, another thread makes the rows of the next. */
    private void write(List<Version> versions) {
        int some = Math.min(PART, versions.size());
        List<Version> now = versions.subList(0, some);
        if (some == versions.size()) {
            database.together(() -> rows(now));
            return;
        }
        CompletableFuture<Gathered> next = CompletableFuture.supplyAsync(() -> database.apart(() -> rows(now)));
        for (int start = some; start < versions.size(); start += PART) {
            Gathered made = next.join();
            List<Version> after = versions.subList(start, Math.min(start + PART, versions.size()));
            next = CompletableFuture.supplyAsync(() -> database.apart(() -> rows(after)));
            database.send(made);
        }
        database.send(next.join());
    }

    private void rows(List<Version> versions) {
        versions.forEach(store::write);
        versions.forEach(store::project);
    }

    private static String about(PublicDocument document) {
        return document instanceof PublicIncident incident ? incident.about() : "";
    }
}
