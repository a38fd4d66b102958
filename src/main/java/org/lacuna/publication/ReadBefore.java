package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.cases.Case;
import org.lacuna.cases.Incident;
import org.lacuna.cases.Redactions;

/** Reads what is to be known of incidents before they are published, with few questions for many of them. */
@ApplicationScoped
class ReadBefore {
    private final Redactions redactions;
    private final Veils veils;
    private final Drafts drafts;
    private final DocumentStore store;
    private final Clock clock;

    ReadBefore(Redactions redactions, Veils veils, Drafts drafts, DocumentStore store, Clock clock) {
        this.redactions = redactions;
        this.veils = veils;
        this.drafts = drafts;
        this.store = store;
        this.clock = clock;
    }

    /** To be called under the lock. */
    Before read(List<Incident> incidents) {
        Set<String> slugs = incidents.stream().map(Incident::slug).collect(Collectors.toSet());
        Set<String> cases = incidents.stream()
                .flatMap(incident -> incident.cases().stream())
                .map(Case::slug)
                .collect(Collectors.toSet());
        return new Before(
                redactions.of(slugs),
                veils.veiled(slugs),
                store.last(Bodies.CASE, cases),
                store.last(Bodies.INCIDENT, slugs),
                drafts.beside(incidents, cases),
                cases,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                store.lastSequence());
    }
}
