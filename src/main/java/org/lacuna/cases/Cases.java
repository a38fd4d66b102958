package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads the record as it stands, shielded entries included. */
@ApplicationScoped
public class Cases {
    private final CaseQueries queries;

    Cases(CaseQueries queries) {
        this.queries = queries;
    }

    /** One incident with all its cases. */
    public Optional<Incident> incident(String slug) {
        return queries.incident(slug, CaseQueries.PRESENT);
    }

    /** The incident to which a case belongs. */
    public Optional<Incident> incidentOf(String caseSlug) {
        return queries.incidentOf(caseSlug).flatMap(this::incident);
    }

    /** The short reason that an editor wrote for readers when the level of verification was set last. */
    public Optional<String> shownReason(String caseSlug) {
        return queries.shownReason(caseSlug);
    }
}
