package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.lacuna.cases.Case;
import org.lacuna.cases.Cases;
import org.lacuna.observation.ChangeConfirmed;

/**
 * A confirmed change waits for an editor where there is no public case for it, or where it contradicts the status of the
 * case. One subject stands there once, as it was seen last; what agrees again settles itself. Runs on nodes that crawl,
 * which need no key.
 */
@ApplicationScoped
class QueueChanges {
    private final Cases cases;
    private final ItemQueries queries;

    QueueChanges(Cases cases, ItemQueries queries) {
        this.cases = cases;
        this.queries = queries;
    }

    void put(@Observes ChangeConfirmed change) {
        String ref = change.subject().platform() + "/" + change.subject().subject();
        Optional<String> why = why(change);
        if (why.isEmpty()) {
            queries.settle(Kind.CHANGE, ref);
            return;
        }
        queries.put(new PublicItem(
                Kind.CHANGE,
                ref,
                Optional.of(new PublicItem.About(
                        change.subject().platform(), change.subject().subject())),
                change.subject().subject() + ": " + why.get(),
                Optional.of(change.url().toString()),
                change.caseSlug(),
                Optional.empty(),
                Optional.empty()));
    }

    private Optional<String> why(ChangeConfirmed change) {
        Optional<Case> known = change.caseSlug()
                .flatMap(slug -> cases.incidentOf(slug).flatMap(incident -> incident.cases().stream()
                        .filter(each -> each.slug().equals(slug))
                        .findFirst()))
                .filter(Case::isPublic);
        return known.isPresent()
                ? Contradiction.between(known.get().restrictions().status(), change.to())
                : Optional.of("from " + change.from().words() + " to "
                        + change.to().words() + ", and there is no public case");
    }
}
