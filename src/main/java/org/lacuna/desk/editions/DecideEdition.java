package org.lacuna.desk.editions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.Visitor;
import org.lacuna.publication.editions.Edition;
import org.lacuna.publication.editions.Editions;
import org.lacuna.publication.editions.ReviewEditions;

/** Does what an editor decided about an edition, and writes it down in the same transaction. */
@ApplicationScoped
class DecideEdition {
    private final ReviewEditions review;
    private final Editions editions;
    private final Audit audit;
    private final Clock clock;

    DecideEdition(ReviewEditions review, Editions editions, Audit audit, Clock clock) {
        this.review = review;
        this.editions = editions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return whether it was a draft until now */
    @Transactional
    boolean publish(Visitor visitor, Edition edition, String notes) {
        boolean done = review.publish(edition.report(), edition.number(), notes);
        return written(done, visitor, DeskAction.PUBLISHED_EDITION, edition, notes);
    }

    /** @return whether it was a draft until now */
    @Transactional
    boolean refuse(Visitor visitor, Edition edition, String why) {
        boolean done = review.refuse(edition.report(), edition.number(), why);
        return written(done, visitor, DeskAction.REFUSED_EDITION, edition, why);
    }

    /** @return whether it was public until now */
    @Transactional
    boolean withdraw(Visitor visitor, Edition edition, String why) {
        boolean done = review.withdraw(edition.report(), edition.number());
        return written(done, visitor, DeskAction.WITHDREW_EDITION, edition, why);
    }

    /** Wants the report counted anew, as the record stood yesterday; it replaces this edition once it is published. */
    @Transactional
    void countAgain(Visitor visitor, Edition edition, String why) {
        editions.order(edition.report(), LocalDate.now(clock).minusDays(1), Optional.of(edition.number()));
        written(true, visitor, DeskAction.ORDERED_EDITION, edition, why);
    }

    private boolean written(boolean done, Visitor visitor, DeskAction action, Edition edition, String why) {
        if (done) {
            audit.act(visitor.editor(), action, edition.name(), why);
        }
        return done;
    }
}
