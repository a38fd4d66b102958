package org.lacuna.desk.work.captures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.Visitor;
import org.lacuna.publication.captures.ReviewCaptures;
import org.lacuna.publication.captures.ReviewCaptures.Done;
import org.lacuna.shared.Digest;

/** Does what an editor decided about a copy, and writes it down in the same transaction. */
@ApplicationScoped
class DecideCapture {
    private final ReviewCaptures review;
    private final Audit audit;

    DecideCapture(ReviewCaptures review, Audit audit) {
        this.review = review;
        this.audit = audit;
    }

    @Transactional
    Done publish(Visitor visitor, Digest record, ReviewCaptures.Prepared prepared, long seen, String why) {
        return written(
                visitor,
                DeskAction.PUBLISHED_CAPTURE,
                record,
                why,
                () -> review.publish(prepared, seen, visitor.editor(), why));
    }

    @Transactional
    Done withhold(Visitor visitor, Digest record, String why) {
        return written(
                visitor,
                DeskAction.WITHHELD_CAPTURE,
                record,
                why,
                () -> review.withhold(record, visitor.editor(), why));
    }

    @Transactional
    Done withdraw(Visitor visitor, Digest record, String reason, String why) {
        return written(
                visitor,
                DeskAction.WITHDREW_CAPTURE,
                record,
                reason + ": " + why,
                () -> review.withdraw(record, reason, visitor.editor(), why));
    }

    private Done written(Visitor visitor, DeskAction action, Digest record, String why, Supplier<Done> decision) {
        Done done = decision.get();
        if (done == Done.DONE) {
            audit.act(visitor.editor(), action, record.toString(), why);
        }
        return done;
    }
}
