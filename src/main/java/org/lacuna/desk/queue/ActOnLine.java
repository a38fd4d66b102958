package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.intake.ClosingReason;
import org.lacuna.intake.Submission;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.Submissions;

/** What an editor does with a line of the queue; the act and its trace are one transaction. */
@ApplicationScoped
class ActOnLine {
    /** Submissions that can be closed at once. */
    static final int MOST_CLOSED = 200;

    private final ActQueries queries;
    private final ItemQueries items;
    private final Submissions submissions;
    private final QueueLog log;

    ActOnLine(ActQueries queries, ItemQueries items, Submissions submissions, QueueLog log) {
        this.queries = queries;
        this.items = items;
        this.submissions = submissions;
        this.log = log;
    }

    @Transactional
    void assign(UUID line, UUID editor) {
        items.lock();
        queries.assign(line, editor);
    }

    @Transactional
    void release(UUID line, UUID editor) {
        items.lock();
        queries.release(line, editor);
    }

    @Transactional
    void snooze(UUID line, UUID editor, LocalDate until) {
        items.lock();
        int many = queries.snooze(line, until);
        log.note(editor, DeskAction.SNOOZED_TASKS, line.toString(), many + " until " + until);
    }

    @Transactional
    void wake(UUID line) {
        items.lock();
        queries.wake(line);
    }

    @Transactional
    void settle(UUID line, UUID item, UUID editor, String why) {
        items.lock();
        queries.settle(line, item, items.today())
                .ifPresent(ref -> log.note(editor, DeskAction.SETTLED_TASKS, ref, why));
    }

    /** Closes submissions together; those that somebody has decided meanwhile stay as they are. How many were closed. */
    @Transactional
    int close(UUID line, Collection<UUID> chosen, UUID editor, ClosingReason reason, String note) {
        items.lock();
        int closed = 0;
        for (UUID found : queries.undecided(line, chosen)) {
            SubmissionId id = new SubmissionId(found);
            if (submissions
                    .find(id)
                    .map(Submission::state)
                    .filter(state -> state.open())
                    .isPresent()) {
                submissions.close(id, reason);
                log.note(editor, DeskAction.CLOSED_SUBMISSION, id.toString(), reason.word() + ", with others: " + note);
                closed++;
            }
        }
        return closed;
    }
}
