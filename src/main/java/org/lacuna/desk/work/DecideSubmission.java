package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lacuna.cases.Incident;
import org.lacuna.cases.RecordIncident;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.AddToSubmission;
import org.lacuna.intake.ClosingReason;
import org.lacuna.intake.ItemKind;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.Submissions;
import org.lacuna.observation.WatchWanted;
import org.lacuna.publication.PublicFiles;

/** What an editor decides about a submission: the decision, its effect and its trace are one transaction. */
@ApplicationScoped
class DecideSubmission {
    private final Submissions submissions;
    private final RecordIncident recordIncident;
    private final AddToSubmission add;
    private final PublicFiles files;
    private final Audit audit;
    private final Event<WatchWanted> watches;

    DecideSubmission(
            Submissions submissions,
            RecordIncident recordIncident,
            AddToSubmission add,
            PublicFiles files,
            Audit audit,
            Event<WatchWanted> watches) {
        this.submissions = submissions;
        this.recordIncident = recordIncident;
        this.add = add;
        this.files = files;
        this.audit = audit;
        this.watches = watches;
    }

    /** Notes that it was read. */
    @Transactional
    void open(Visitor visitor, SubmissionId id) {
        submissions.lookAt(id);
        audit.act(visitor.editor(), DeskAction.OPENED_SUBMISSION, id.toString(), "");
    }

    /** @throws org.lacuna.intake.AlreadyDecided if somebody was faster */
    @Transactional
    void close(Visitor visitor, SubmissionId id, ClosingReason reason, String note) {
        submissions.close(id, reason);
        audit.act(
                visitor.editor(),
                DeskAction.CLOSED_SUBMISSION,
                id.toString(),
                note.isEmpty() ? reason.word() : reason.word() + ": " + note);
    }

    /** Writes to the person; they read it when they come back with their receipt. */
    @Transactional
    AddToSubmission.Result reply(Visitor visitor, SubmissionId id, String text) {
        AddToSubmission.Result result = add.text(id, ItemKind.FROM_EDITOR, text);
        if (result == AddToSubmission.Result.ADDED) {
            audit.act(visitor.editor(), DeskAction.WROTE_TO_PERSON, id.toString(), "");
        }
        return result;
    }

    /** Notes that a file was read. */
    @Transactional
    void lookAtFile(Visitor visitor, SubmissionId id, String which) {
        audit.act(visitor.editor(), DeskAction.OPENED_FILE, id.toString(), which);
    }

    /** Notes that who the person is was seen. */
    @Transactional
    void seePerson(Visitor visitor, SubmissionId id) {
        audit.act(visitor.editor(), DeskAction.SAW_PERSON, id.toString(), "");
    }

    /** Publishes a copy of a file; whether the person allows it at this moment. */
    @Transactional
    boolean publishFile(Visitor visitor, SubmissionId id, String slug, String title, PublicFiles.Content copy) {
        if (!submissions.hold(id).consents().evidence()) {
            return false;
        }
        files.add(slug, title, copy, id.value());
        audit.act(visitor.editor(), DeskAction.PUBLISHED_FILE, slug, "from submission " + id);
        return true;
    }

    /** Has an address watched about which there is no case yet. */
    @Transactional
    void watch(Visitor visitor, SubmissionId id, URI address) {
        watches.fire(new WatchWanted(address, Optional.empty()));
        audit.act(visitor.editor(), DeskAction.BEGAN_WATCH, id.toString(), "");
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
        audit.act(visitor.editor(), DeskAction.PUBLISHED_CASE, incident.slug(), "from submission " + id);
        if (watch) {
            incident.cases().forEach(published -> published
                    .subject()
                    .url()
                    .ifPresent(url -> watches.fire(new WatchWanted(URI.create(url), Optional.of(published.slug())))));
        }
    }
}
