package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.lacuna.cases.Redactions;

/**
 * Writes the public documents of what was recorded, inside the transaction that recorded it: a fact and its publication
 * are visible together or not at all. A document that would read the same as the last one is not written again, unless
 * something was taken out of an earlier version: whoever follows the changes must hear of it.
 */
@ApplicationScoped
class Publish {
    private final Cases cases;
    private final Redactions redactions;
    private final Veils veils;
    private final Drafts drafts;
    private final DocumentStore store;
    private final Clock clock;

    Publish(Cases cases, Redactions redactions, Veils veils, Drafts drafts, DocumentStore store, Clock clock) {
        this.cases = cases;
        this.redactions = redactions;
        this.veils = veils;
        this.drafts = drafts;
        this.store = store;
        this.clock = clock;
    }

    void publish(@Observes RecordChanged changed) {
        Incident incident = cases.incident(changed.incident()).orElseThrow();
        store.lock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Redaction> redacted = redactions.of(incident.slug());
        Veils.Renewed past = veils.renew(incident.slug(), redacted, now);
        String about = about(incident, redacted);
        List<PublicCase> published = new ArrayList<>();
        for (Case each : incident.cases()) {
            Optional<PublicDocument> before = store.last(Bodies.CASE, each.slug());
            drafts.of(incident, each, before.isPresent(), redacted)
                    .map(draft -> publish(Bodies.CASE, each.slug(), before, draft, about, past.covered(), now))
                    .filter(PublicCase.class::isInstance)
                    .map(PublicCase.class::cast)
                    .ifPresent(published::add);
        }
        Optional<PublicDocument> before = store.last(Bodies.INCIDENT, incident.slug());
        if (past.changed() || before.filter(document -> !about(document).equals(about)).isPresent()) {
            store.renew(incident.slug(), about);
        }
        drafts.of(incident, published, before.isPresent(), redacted)
                .ifPresent(draft -> publish(Bodies.INCIDENT, incident.slug(), before, draft, about, past.covered(), now));
    }

    private PublicDocument publish(
            String kind,
            String slug,
            Optional<PublicDocument> before,
            BiFunction<Instant, Long, PublicDocument> draft,
            String about,
            Set<String> covered,
            Instant now) {
        boolean less = covered.contains(kind + " " + slug);
        if (before.isPresent()
                && !less
                && draft.apply(before.get().lastChanged(), before.get().sequence())
                        .equals(before.get())) {
            return before.get();
        }
        PublicDocument after = draft.apply(now, store.nextSequence());
        store.write(after, action(before, after, less));
        store.project(after, about);
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
