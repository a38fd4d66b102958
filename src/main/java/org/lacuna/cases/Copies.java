package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Knows which entries and sources were copied by a merge or a split: what is redacted here is redacted there. */
@ApplicationScoped
class Copies {
    private static final String ENTRY = "entry";
    private static final String SOURCE = "source";

    private final RedactionQueries queries;
    private final CaseQueries cases;

    Copies(RedactionQueries queries, CaseQueries cases) {
        this.queries = queries;
        this.cases = cases;
    }

    /** An entry or a source, and what it was copied from. */
    record Copy(String what, String owner, String id, String fromOwner, String fromId) {
        Copy {
            if (!what.equals(ENTRY) && !what.equals(SOURCE)) {
                throw new IllegalArgumentException("expected a copy of an entry or a source, found '" + what + "'");
            }
        }
    }

    /** What an incident and its cases hold of copies. */
    List<Copy> in(Incident incident) {
        return Stream.concat(
                        incident.cases().stream().flatMap(each -> queries.copiesIn(ENTRY, each.slug()).stream()),
                        queries.copiesIn(SOURCE, incident.slug()).stream())
                .toList();
    }

    void take(Copy copy) {
        queries.copied(copy.what(), copy.owner(), copy.id(), copy.fromOwner(), copy.fromId());
    }

    /** The same passage wherever it stands, this one first. */
    List<Passage> of(Passage passage) {
        return switch (passage.what()) {
            case TEXT, ENTRY -> of(ENTRY, passage);
            case SOURCE -> of(SOURCE, passage);
            case CASE ->
                Stream.concat(Stream.of(passage), ofEntries(passage.owner())).toList();
            case SUBJECT, WORDING, CONFLICT -> List.of(passage);
        };
    }

    /** What stands in other cases of the entries of this one; what was moved out of it is no longer its own. */
    private Stream<Passage> ofEntries(String caseSlug) {
        return cases.incidentOf(caseSlug).flatMap(slug -> cases.incident(slug, CaseQueries.PRESENT)).stream()
                .flatMap(incident -> incident.caseOf(caseSlug).entries().stream())
                .map(entry -> Passage.entry(caseSlug, entry.head().id()))
                .filter(entry -> queries.of(entry).filter(Redaction::moved).isEmpty())
                .flatMap(entry -> of(ENTRY, entry).stream())
                .filter(place -> !place.owner().equals(caseSlug));
    }

    private List<Passage> of(String what, Passage passage) {
        return queries.copies(what, passage.owner(), passage.id()).stream()
                .map(place -> new Passage(passage.what(), place[0], place[1]))
                .toList();
    }

    void entry(String caseSlug, String id, String fromCase, String fromId) {
        queries.copied(ENTRY, caseSlug, id, fromCase, fromId);
    }

    void source(String incident, String id, String fromIncident, String fromId) {
        queries.copied(SOURCE, incident, id, fromIncident, fromId);
    }
}
