package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A case as it stands, to be changed: everybody else who changes the record waits from here on until the transaction
 * ends, so what was read stays true. What is new goes the one way that everything takes into the record.
 */
@ApplicationScoped
class OpenCase {
    private final CaseStore store;
    private final CaseQueries queries;
    private final Redirects redirects;
    private final RedactionQueries redactions;
    private final RecordIncident record;
    private final Event<RecordChanged> changed;
    private final Clock clock;

    OpenCase(
            CaseStore store,
            CaseQueries queries,
            Redirects redirects,
            RedactionQueries redactions,
            RecordIncident record,
            Event<RecordChanged> changed,
            Clock clock) {
        this.store = store;
        this.queries = queries;
        this.redirects = redirects;
        this.redactions = redactions;
        this.record = record;
        this.changed = changed;
        this.clock = clock;
    }

    /** A case and the incident it belongs to. */
    record Standing(Incident incident, Case known) {}

    /**
     * Locks the record and reads a case.
     *
     * @throws IllegalArgumentException if there is none, or it was merged or is gone for good
     */
    Standing standing(String caseSlug) {
        store.lock();
        Incident incident = queries.incidentOf(caseSlug)
                .flatMap(slug -> queries.incident(slug, CaseQueries.PRESENT))
                .orElseThrow(
                        () -> new IllegalArgumentException("expected the slug of a case, found '" + caseSlug + "'"));
        redirects.merged(caseSlug).ifPresent(merged -> {
            throw new IllegalArgumentException("expected a case that stands for itself, found '" + caseSlug
                    + "' which was merged; change '" + redirects.follow(caseSlug) + "' instead");
        });
        if (gone(caseSlug)) {
            throw new IllegalArgumentException(
                    "expected a case that can be changed, found '" + caseSlug + "' which is gone for good");
        }
        return new Standing(incident, incident.caseOf(caseSlug));
    }

    boolean gone(String caseSlug) {
        return redactions
                .of(Passage.wholeCase(caseSlug))
                .filter(Redaction::permanent)
                .isPresent();
    }

    /** Records new sources, entries and conflicts of a case. */
    void add(Standing to, List<Source> sources, List<Entry> entries, List<Conflict> conflicts) {
        record(to.incident(), sources, more(to.known(), to.known().subject(), entries, conflicts));
    }

    void describe(Standing to, Subject subject) {
        record(to.incident(), List.of(), more(to.known(), subject, List.of(), List.of()));
    }

    void record(Incident incident, List<Source> sources, Case more) {
        record.record(List.of(new Incident(
                incident.slug(),
                incident.title(),
                incident.summary(),
                Stream.concat(incident.sources().stream(), sources.stream()).toList(),
                List.of(more))));
    }

    private static Case more(Case known, Subject subject, List<Entry> entries, List<Conflict> conflicts) {
        return new Case(known.slug(), known.platform(), subject, known.verification(), entries, conflicts);
    }

    /** Tells, inside the transaction, that something else about a case changed. */
    void tell(Incident incident, String caseSlug) {
        changed.fire(new RecordChanged(incident.slug(), Set.of(caseSlug)));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    CaseStore store() {
        return store;
    }

    /** The incident as it stands now, after something was recorded. */
    Incident incident(String slug) {
        return queries.incident(slug, CaseQueries.PRESENT).orElseThrow();
    }

    Optional<String> incidentOf(String caseSlug) {
        return queries.incidentOf(caseSlug);
    }
}
