package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lacuna.cases.Incident;
import org.lacuna.cases.RecordIncident;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.DeskQueries;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.ClosingReason;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.Submissions;
import org.lacuna.observation.WatchWanted;

/** What an editor decides about a submission: the decision, its effect and its trace are one transaction. */
@ApplicationScoped
class DecideSubmission {
    private final Submissions submissions;
    private final RecordIncident recordIncident;
    private final DeskQueries queries;
    private final Event<WatchWanted> watches;

    DecideSubmission(
            Submissions submissions, RecordIncident recordIncident, DeskQueries queries, Event<WatchWanted> watches) {
        this.submissions = submissions;
        this.recordIncident = recordIncident;
        this.queries = queries;
        this.watches = watches;
    }

    /** Notes that it was read. */
    @Transactional
    void open(Visitor visitor, SubmissionId id) {
        submissions.lookAt(id);
        queries.act(visitor.editor(), DeskAction.OPENED_SUBMISSION, id.toString(), "");
    }

    /** @throws org.lacuna.intake.AlreadyDecided if somebody was faster */
    @Transactional
    void close(Visitor visitor, SubmissionId id, ClosingReason reason, String note) {
        submissions.close(id, reason);
        queries.act(
                visitor.editor(),
                DeskAction.CLOSED_SUBMISSION,
                id.toString(),
                note.isEmpty() ? reason.word() : reason.word() + ": " + note);
    }

    /**
     * Records a case that an editor wrote from it; it is public when this returns.
     *
     * @param incident new, with one case of the same slug
     * @param watch whether its subject is to be watched from now on, where it has an address and we can
     * @throws org.lacuna.intake.AlreadyDecided if somebody was faster
     */
    @Transactional
    void publish(Visitor visitor, SubmissionId id, Incident incident, boolean watch) {
        recordIncident.record(List.of(incident));
        incident.cases()
                .forEach(each -> submissions.publish(
                        id,
                        each.slug(),
                        each.entries().stream().map(entry -> entry.head().id()).toList()));
        queries.act(visitor.editor(), DeskAction.PUBLISHED_CASE, incident.slug(), "from submission " + id);
        if (watch) {
            incident.cases().forEach(published -> published
                    .subject()
                    .url()
                    .ifPresent(url -> watches.fire(new WatchWanted(URI.create(url), Optional.of(published.slug())))));
        }
    }
}
