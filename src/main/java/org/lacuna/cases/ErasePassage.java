package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.shared.Digest;

/**
 * Redacts for good: the words are overwritten in the facts, in every copy of them, and, by whoever hears of it in the
 * same transaction, in every public version of the past. That two editors must agree is the desk's rule.
 */
@ApplicationScoped
public class ErasePassage {
    private final RedactionQueries queries;
    private final Copies copies;
    private final CaseQueries cases;
    private final CaseStore store;
    private final Event<RecordChanged> changed;
    private final Clock clock;

    ErasePassage(
            RedactionQueries queries,
            Copies copies,
            CaseQueries cases,
            CaseStore store,
            Event<RecordChanged> changed,
            Clock clock) {
        this.queries = queries;
        this.copies = copies;
        this.cases = cases;
        this.store = store;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Erases a passage, and the sources that nothing else cites. What is gone already is left as it is.
     *
     * @return digests of the captures that no fact of the record names any more
     * @throws IllegalArgumentException if there is no such passage
     */
    @Transactional
    public Set<Digest> erase(Passage passage, Grounds grounds) {
        return erase(List.of(passage), grounds);
    }

    /** The same for several, as one change: all of them or none. */
    @Transactional
    public Set<Digest> erase(List<Passage> passages, Grounds grounds) {
        store.lock();
        return eraseThese(
                passages.stream()
                        .flatMap(passage -> copies.of(passage).stream())
                        .toList(),
                grounds);
    }

    /** Erases these and no copies of them; under the lock of the caller. */
    Set<Digest> eraseThese(Collection<Passage> passages, Grounds grounds) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Set<Digest> captures = new LinkedHashSet<>();
        Set<String> incidents = new LinkedHashSet<>();
        for (Passage each : passages) {
            if (queries.of(each).filter(Redaction::permanent).isEmpty()) {
                incidents.add(erase(each, grounds, now, captures));
            }
        }
        incidents.forEach(incident -> changed.fire(new RecordChanged(incident, Set.of())));
        return captures.stream().filter(digest -> !queries.cites(digest)).collect(Collectors.toUnmodifiableSet());
    }

    private String erase(Passage passage, Grounds grounds, Instant now, Set<Digest> captures) {
        Incident before = incident(Redactions.incidentOf(cases, passage));
        Cited.by(passage, before).forEach(captures::add);
        overwrite(before.slug(), passage, grounds, now);
        Set<String> cited = Cited.sources(incident(before.slug()));
        Cited.sources(before).stream()
                .filter(source -> !cited.contains(source))
                .map(source -> Passage.source(before.slug(), source))
                .filter(source ->
                        queries.of(source).filter(Redaction::permanent).isEmpty())
                .forEach(source -> overwrite(before.slug(), source, grounds, now));
        return before.slug();
    }

    private void overwrite(String incident, Passage passage, Grounds grounds, Instant now) {
        queries.insert(
                incident,
                RedactionQueries.ERASE,
                new Redaction(passage, grounds.reason(), now, true, Optional.empty(), Optional.empty()),
                grounds.note(),
                Optional.of(grounds.editor()));
        queries.erase(passage, now);
    }

    private Incident incident(String slug) {
        return cases.incident(slug, CaseQueries.PRESENT).orElseThrow();
    }
}
