package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.lacuna.intake.marks.SubjectMarks;

/**
 * Joins what the crawler and the feeds brought to the lines of their subjects. It is done where the queue is read,
 * because the nodes that crawl do not have the key of the marks and need not.
 */
@ApplicationScoped
class MarkPublicItems {
    private final ItemQueries queries;
    private final SubjectMarks marks;

    MarkPublicItems(ItemQueries queries, SubjectMarks marks) {
        this.queries = queries;
        this.marks = marks;
    }

    @Transactional
    void mark() {
        if (queries.unmarked().isEmpty()) {
            return;
        }
        queries.lock();
        List<ItemQueries.Unmarked> unmarked = queries.unmarked();
        unmarked.forEach(item -> queries.mark(
                item.id(), marks.ofId(item.about().platform(), item.about().subject())));
    }
}
