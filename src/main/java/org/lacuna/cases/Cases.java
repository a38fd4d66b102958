package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Reads the record as it stands, shielded entries included. */
@ApplicationScoped
public class Cases {
    private final CaseQueries queries;
    private final Clock clock;

    Cases(CaseQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** One incident with all its cases. */
    public Optional<Incident> incident(String slug) {
        return queries.incident(slug, clock.instant());
    }

    /** The incident to which a case belongs. */
    public Optional<Incident> incidentOf(String caseSlug) {
        return queries.incidentOf(caseSlug).flatMap(this::incident);
    }
}
