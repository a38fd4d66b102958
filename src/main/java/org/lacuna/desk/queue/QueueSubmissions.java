package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.lacuna.intake.SubmissionMoved;
import org.lacuna.intake.SubmissionWithdrawn;
import org.lacuna.intake.marks.SubmissionMarked;

/**
 * Lets a submission stand in the queue, in the transaction that stores it. Copies of one text are joined, whoever brings
 * them together; what is joined is the same in whatever order they came. A line is a subject, or, where copies tell of
 * several subjects, those copies: so that nobody who floods many subjects with one text draws the honest reports about
 * them into one heap.
 */
@ApplicationScoped
class QueueSubmissions {
    private final ItemQueries queries;

    QueueSubmissions(ItemQueries queries) {
        this.queries = queries;
    }

    void put(@Observes SubmissionMarked marked) {
        queries.lock();
        UUID id = UUID.randomUUID();
        queries.insert(id, marked.id(), marked.subject());
        List<UUID> copies = queries.copiesOf(marked.alike());
        if (!copies.isEmpty()) {
            UUID largest = copies.get(0);
            queries.join(largest, copies.subList(1, copies.size()));
            queries.join(largest, List.of(id));
            queries.separate(largest);
        }
    }

    void follow(@Observes SubmissionMoved moved) {
        switch (moved.move()) {
            case GREW -> queries.grew(moved.id());
            case OPENED -> queries.opened(moved.id());
            case DECIDED -> queries.decided(moved.id());
        }
    }

    void drop(@Observes SubmissionWithdrawn withdrawn) {
        queries.lock();
        queries.withdrawn(withdrawn.id());
    }
}
