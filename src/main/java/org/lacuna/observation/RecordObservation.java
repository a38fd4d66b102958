package org.lacuna.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what was seen and what was concluded, inside the caller's transaction: a look, the conclusion drawn from
 * it and the entry in a case are there together or not at all.
 */
@ApplicationScoped
public class RecordObservation {
    private final ObservationQueries looks;
    private final ConclusionQueries conclusions;
    private final Event<ChangeConfirmed> changes;
    private final Clock clock;

    RecordObservation(
            ObservationQueries looks, ConclusionQueries conclusions, Event<ChangeConfirmed> changes, Clock clock) {
        this.looks = looks;
        this.conclusions = conclusions;
        this.changes = changes;
        this.clock = clock;
    }

    /** Records looks. Their evidence must be kept already. */
    @Transactional(TxType.MANDATORY)
    public void record(List<Observation> seen) {
        looks.insert(seen, clock.instant());
    }

    /**
     * Records what one vantage concluded.
     *
     * @param caseSlug the case this subject belongs to, if any
     */
    @Transactional(TxType.MANDATORY)
    public void record(Conclusion concluded, Optional<String> caseSlug) {
        conclusions.insert(concluded, caseSlug, clock.instant());
    }

    /**
     * Records what all vantages together show.
     *
     * @param from what was told before; empty if nothing was, or if this is no change in the world; otherwise whoever
     *     observes {@link ChangeConfirmed} is told
     */
    @Transactional(TxType.MANDATORY)
    public void record(SubjectId subject, URI url, Optional<String> caseSlug, Optional<Told> from, Told to) {
        Instant now = clock.instant();
        conclusions.insert(subject, url, caseSlug, from, to, now);
        from.map(before -> new ChangeConfirmed(subject, url, caseSlug, before, to, now))
                .ifPresent(changes::fire);
    }
}
