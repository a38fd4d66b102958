package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.lacuna.cases.Case;
import org.lacuna.cases.Incident;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redaction;

/**
 * Says which versions an incident gets now. A document that would read the same as the last one gets none, unless
 * something was taken out of an earlier version: whoever follows the changes must hear of it.
 */
@ApplicationScoped
class Compose {
    private final Drafts drafts;

    Compose(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * The versions in the order of their numbers.
     *
     * @param covered kind and slug, with a blank between, of whatever shows less now than before in some version
     */
    List<Version> versions(Incident incident, Before known, Set<String> covered) {
        List<Redaction> redacted = known.redacted(incident.slug());
        String about = about(incident, redacted);
        List<Version> versions = new ArrayList<>();
        List<PublicCase> published = new ArrayList<>();
        for (Case each : incident.cases()) {
            Optional<PublicDocument> last = known.lastCase(each.slug());
            boolean less = covered.contains(Bodies.CASE + " " + each.slug());
            drafts.of(incident, each, known.beside(), last.isPresent(), redacted)
                    .map(draft -> version(last, draft, less, about, known, versions))
                    .filter(PublicCase.class::isInstance)
                    .map(PublicCase.class::cast)
                    .ifPresent(published::add);
        }
        Optional<PublicDocument> last = known.lastIncident(incident.slug());
        boolean less = covered.contains(Bodies.INCIDENT + " " + incident.slug());
        drafts.of(incident, published, last.isPresent(), redacted)
                .ifPresent(draft -> version(last, draft, less, about, known, versions));
        return versions;
    }

    /** The document as it stands now; among the versions if it is a new one. */
    private static PublicDocument version(
            Optional<PublicDocument> last,
            BiFunction<Instant, Long, PublicDocument> draft,
            boolean less,
            String about,
            Before known,
            List<Version> versions) {
        if (last.isPresent()
                && !less
                && draft.apply(last.get().lastChanged(), last.get().sequence()).equals(last.get())) {
            return last.get();
        }
        PublicDocument after = draft.apply(known.now(), known.nextSequence());
        versions.add(new Version(after, action(last, after, less), last.isEmpty(), about));
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

    /** The words by which an incident's cases are found too; empty where they are not shown. */
    static String about(Incident incident, List<Redaction> redacted) {
        return redacted.stream().anyMatch(each -> each.passage().equals(Passage.wording(incident.slug())))
                ? ""
                : incident.title() + " " + incident.summary();
    }
}
