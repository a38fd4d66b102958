package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the record as it stands, shielded entries included. */
@ApplicationScoped
public class Cases {
    private final CaseQueries queries;

    Cases(CaseQueries queries) {
        this.queries = queries;
    }

    /** All incidents with all their cases, by slug; for a job that walks through the whole record. */
    public List<Incident> all() {
        return queries.incidents(CaseQueries.PRESENT).stream()
                .flatMap(slug -> incident(slug).stream())
                .toList();
    }

    /** One incident with all its cases. */
    public Optional<Incident> incident(String slug) {
        return queries.incident(slug, CaseQueries.PRESENT);
    }

    /** Those of these incidents that there are, with all their cases, by slug. */
    public List<Incident> incidents(Set<String> slugs) {
        return queries.incidents(slugs, CaseQueries.PRESENT);
    }

    /** The incident to which a case belongs. */
    public Optional<Incident> incidentOf(String caseSlug) {
        return queries.incidentOf(caseSlug).flatMap(this::incident);
    }

    /**
     * The short reasons that an editor wrote for readers when the level of verification was set last, by case; cases
     * without one are left out.
     */
    public Map<String, String> shownReasons(Set<String> caseSlugs) {
        return queries.shownReasons(caseSlugs);
    }
}
