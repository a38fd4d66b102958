package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.lacuna.cases.Case;
import org.lacuna.cases.Cases;
import org.lacuna.cases.Incident;
import org.lacuna.cases.Passage;
import org.lacuna.cases.RecordChanged;
import org.lacuna.cases.Redaction;
import org.lacuna.shared.Database;

/**
 * Writes the public documents of what was recorded, inside the transaction that recorded it: a fact and its publication
 * are visible together or not at all. A document that would read the same as the last one is not written again, unless
 * something was taken out of an earlier version: whoever follows the changes must hear of it.
 */
@ApplicationScoped
class Publish {
    private final Cases cases;
    private final Veils veils;
    private final Drafts drafts;
    private final DocumentStore store;
    private final ReadBefore before;
    private final Database database;
    private final Event<CasesPublished> told;

    Publish(
            Cases cases,
            Veils veils,
            Drafts drafts,
            DocumentStore store,
            ReadBefore before,
            Database database,
            Event<CasesPublished> told) {
        this.cases = cases;
        this.veils = veils;
        this.drafts = drafts;
        this.store = store;
        this.before = before;
        this.database = database;
        this.told = told;
    }

    void publish(@Observes RecordChanged changed) {
        publish(Set.of(changed.incident()));
    }

    /** Many incidents at once, in the transaction of the caller; the database is asked once for all of them. */
    void publish(Set<String> slugs) {
        List<Incident> incidents = cases.incidents(slugs);
        store.lock();
        Before known = before.read(incidents);
        database.together(() -> incidents.forEach(incident -> publish(incident, known)));
        told.fire(new CasesPublished(known.slugs()));
    }

    private void publish(Incident incident, Before known) {
        List<Redaction> redacted = known.redacted(incident.slug());
        Veils.Renewed past = veils.renew(incident.slug(), redacted, known.veiled(incident.slug()), known.now());
        String about = about(incident, redacted);
        List<PublicCase> published = new ArrayList<>();
        for (Case each : incident.cases()) {
            Optional<PublicDocument> last = known.lastCase(each.slug());
            drafts.of(incident, each, known.beside(), last.isPresent(), redacted)
                    .map(draft -> publish(Bodies.CASE + " " + each.slug(), last, draft, about, past, known))
                    .filter(PublicCase.class::isInstance)
                    .map(PublicCase.class::cast)
                    .ifPresent(published::add);
        }
        Optional<PublicDocument> last = known.lastIncident(incident.slug());
        if (past.changed()
                || last.filter(document -> !about(document).equals(about)).isPresent()) {
            store.renew(incident.slug(), about);
        }
        drafts.of(incident, published, last.isPresent(), redacted)
                .ifPresent(draft -> publish(Bodies.INCIDENT + " " + incident.slug(), last, draft, about, past, known));
    }

    private PublicDocument publish(
            String what,
            Optional<PublicDocument> last,
            BiFunction<Instant, Long, PublicDocument> draft,
            String about,
            Veils.Renewed past,
            Before known) {
        boolean less = past.covered().contains(what);
        if (last.isPresent()
                && !less
                && draft.apply(last.get().lastChanged(), last.get().sequence()).equals(last.get())) {
            return last.get();
        }
        PublicDocument after = draft.apply(known.now(), known.nextSequence());
        store.write(after, action(last, after, less));
        store.project(after, last.isEmpty(), about);
        return after;
    }

    private static String action(Optional<PublicDocument> before, PublicDocument after, boolean less) {
        if (after instanceof Tombstone tombstone
                && !before.map(each -> same(each, tombstone)).orElse(false)) {
            return tombstone.gone();
        }
        return before.isEmpty() ? "created" : less ? "redacted" : "edited";
    }

    private static boolean same(PublicDocument before, Tombstone after) {
        return before instanceof Tombstone known && known.gone().equals(after.gone());
    }

    private static String about(Incident incident, List<Redaction> redacted) {
        return redacted.stream().anyMatch(each -> each.passage().equals(Passage.wording(incident.slug())))
                ? ""
                : incident.title() + " " + incident.summary();
    }

    private static String about(PublicDocument document) {
        return document instanceof PublicIncident incident ? incident.about() : "";
    }
}
