package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hides passages of the record and shows them again. The facts stay as they are; what is public changes with them, in
 * the versions of the past too. A passage that was copied by a merge or a split is hidden in all its places.
 */
@ApplicationScoped
public class Redactions {
    private final RedactionQueries queries;
    private final Copies copies;
    private final CaseQueries cases;
    private final CaseStore store;
    private final Event<RecordChanged> changed;
    private final Clock clock;

    Redactions(
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

    /** What is hidden or gone in an incident and its cases. */
    public List<Redaction> of(String incident) {
        return queries.of(incident);
    }

    /** The same for many incidents; those in which nothing is are left out. */
    public Map<String, List<Redaction>> of(Set<String> incidents) {
        return queries.of(incidents);
    }

    /** How a passage is redacted now; empty if it shows. */
    public Optional<Redaction> of(Passage passage) {
        return queries.of(passage);
    }

    /**
     * Hides a passage.
     *
     * @param until the last day; after it the passage shows again by itself
     * @return whether anything changed: what is hidden so already, or gone, is left as it is
     * @throws IllegalArgumentException if there is no such passage, or the last day is over
     */
    @Transactional
    public boolean hide(Passage passage, Grounds grounds, Optional<LocalDate> until) {
        store.lock();
        Instant now = now();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        until.filter(day -> day.isBefore(today)).ifPresent(day -> {
            throw new IllegalArgumentException("expected a last day from " + today + " on, found " + day);
        });
        if (queries.of(passage).filter(Redaction::permanent).isPresent()) {
            return false;
        }
        incidentOf(cases, passage);
        Set<String> incidents = new LinkedHashSet<>();
        for (Passage each : copies.of(passage)) {
            Optional<Redaction> before = queries.of(each);
            Redaction hidden = new Redaction(each, grounds.reason(), now, false, until, Optional.empty());
            boolean stays = before.filter(known -> known.permanent() || known.moved() || same(known, hidden))
                    .isPresent();
            if (!stays) {
                String incident = incidentOf(cases, each);
                queries.insert(incident, RedactionQueries.HIDE, hidden, grounds.note(), Optional.of(grounds.editor()));
                incidents.add(incident);
            }
        }
        fire(incidents);
        return !incidents.isEmpty();
    }

    /**
     * Shows a passage again.
     *
     * @return whether anything changed: what shows already is left as it is, and what was moved stays where it went
     * @throws IllegalArgumentException if there is no such passage, or it is gone for good
     */
    @Transactional
    public boolean show(Passage passage, Grounds grounds) {
        store.lock();
        if (queries.of(passage).filter(Redaction::permanent).isPresent()) {
            throw new IllegalArgumentException("expected what is only hidden, found what is gone for good");
        }
        incidentOf(cases, passage);
        return show(passage, grounds.note(), Optional.of(grounds));
    }

    /**
     * Shows what was hidden until a day before this one. Safe to call as often as one likes, from any node.
     *
     * @return how many passages
     */
    @Transactional
    public int lapse(LocalDate today) {
        store.lock();
        List<Redaction> lapsed = queries.lapsed(today);
        lapsed.forEach(redaction -> show(redaction.passage(), "", Optional.empty()));
        return lapsed.size();
    }

    private boolean show(Passage passage, String note, Optional<Grounds> grounds) {
        Instant now = now();
        Optional<Instant> hidden = queries.of(passage).map(Redaction::recorded);
        Set<String> incidents = new LinkedHashSet<>();
        for (Passage each : copies.of(passage)) {
            // a copy that was hidden on another occasion, for a reason of its own, stays hidden
            queries.of(each)
                    .filter(known -> !known.permanent() && !known.moved())
                    .filter(known -> hidden.equals(Optional.of(known.recorded())))
                    .ifPresent(known -> {
                        String incident = incidentOf(cases, each);
                        Redaction shown = new Redaction(
                                each,
                                grounds.map(Grounds::reason).orElse(known.reason()),
                                now,
                                false,
                                Optional.empty(),
                                Optional.empty());
                        queries.insert(incident, RedactionQueries.SHOW, shown, note, grounds.map(Grounds::editor));
                        incidents.add(incident);
                    });
        }
        fire(incidents);
        return !incidents.isEmpty();
    }

    private static boolean same(Redaction one, Redaction other) {
        return one.reason().equals(other.reason()) && one.until().equals(other.until());
    }

    private void fire(Set<String> incidents) {
        incidents.forEach(incident -> changed.fire(new RecordChanged(incident, Set.of())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The incident in which a passage stands. */
    static String incidentOf(CaseQueries cases, Passage passage) {
        return Optional.of(passage.owner())
                .filter(owner -> passage.ofIncident())
                .or(() -> cases.incidentOf(passage.owner()))
                .flatMap(slug -> cases.incident(slug, CaseQueries.PRESENT))
                .filter(passage::standsIn)
                .map(Incident::slug)
                .orElseThrow(() -> new IllegalArgumentException("expected a passage of the record, found no "
                        + passage.what().word() + " '" + passage.id() + "' in '" + passage.owner() + "'"));
    }
}
