package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * Incidents as they were when they were read.
     *
     * @param rows by slug, a word that is another one as soon as any row of the incident is added, changed or taken away
     */
    public record AsRead(List<Incident> incidents, Map<String, String> rows) {
        public AsRead {
            incidents = List.copyOf(incidents);
            rows = Map.copyOf(rows);
        }
    }

    /** Those of these incidents that there are, to be looked at again later. */
    public AsRead read(Set<String> slugs) {
        // before the incidents: what changes meanwhile is then seen to have changed
        Map<String, String> rows = queries.rows(slugs);
        return new AsRead(incidents(slugs), rows);
    }

    /** The same incidents as they are now, by slug; only those that have changed are read again. */
    public List<Incident> now(AsRead read) {
        Map<String, String> rows = queries.rows(read.rows().keySet());
        Set<String> changed = read.rows().keySet().stream()
                .filter(slug -> !read.rows().get(slug).equals(rows.get(slug)))
                .collect(Collectors.toSet());
        return Stream.concat(
                        read.incidents().stream()
                                .filter(incident ->
                                        rows.containsKey(incident.slug()) && !changed.contains(incident.slug())),
                        changed.isEmpty() ? Stream.empty() : incidents(changed).stream())
                .sorted(Comparator.comparing(Incident::slug))
                .toList();
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
