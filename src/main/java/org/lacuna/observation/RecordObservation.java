package org.lacuna.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes down what was seen and what was concluded, inside the caller's transaction: a look, the conclusion drawn from
 * it and the entry in a case are there together or not at all.
 */
@ApplicationScoped
public class RecordObservation {
    private final ObservationQueries queries;
    private final Event<ChangeConfirmed> changes;
    private final Clock clock;

    RecordObservation(ObservationQueries queries, Event<ChangeConfirmed> changes, Clock clock) {
        this.queries = queries;
        this.changes = changes;
        this.clock = clock;
    }

    /** Records one look. Its evidence must be kept already. */
    @Transactional(TxType.MANDATORY)
    public void record(Observation seen) {
        queries.insert(seen, clock.instant());
    }

    /**
     * Records a conclusion and, if it is a change in the world, tells whoever observes {@link ChangeConfirmed}.
     *
     * @param caseSlug the case this subject belongs to, if any
     */
    @Transactional(TxType.MANDATORY)
    public void record(Conclusion concluded, Optional<String> caseSlug) {
        Instant now = clock.instant();
        queries.insert(concluded, caseSlug, now);
        Observation first = concluded.first();
        concluded
                .before()
                .map(before -> new ChangeConfirmed(
                        first.platform(),
                        first.subject(),
                        first.url(),
                        caseSlug,
                        before.outcome(),
                        first.outcome(),
                        before.lastSeen(),
                        first.seen(),
                        now,
                        first.vantage(),
                        concluded.evidence()))
                .ifPresent(changes::fire);
    }
}
