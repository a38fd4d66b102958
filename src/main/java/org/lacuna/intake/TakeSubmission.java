package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Stores what a person told us under their receipt, once. */
@ApplicationScoped
class TakeSubmission {
    private final ReceiptIndex receipts;
    private final SealTold seal;
    private final IntakeQueries queries;
    private final Clock clock;

    TakeSubmission(ReceiptIndex receipts, SealTold seal, IntakeQueries queries, Clock clock) {
        this.receipts = receipts;
        this.seal = seal;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Stores it. When this returns it is on disk; the same receipt a second time stores nothing, so that a form sent
     * again after a broken connection makes no second submission.
     *
     * @return whether it was stored now
     */
    boolean take(Receipt receipt, Told told) {
        byte[] lookup = receipts.toStore(receipt);
        SubmissionId id = SubmissionId.draw();
        return queries.insert(id, lookup, LocalDate.now(clock), seal.close(id, told));
    }
}
