package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lacuna.cases.Cases;
import org.lacuna.cases.NamedPersons;
import org.lacuna.cases.RecordIncident;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.archive.ArchivingQueries;
import org.lacuna.intake.Submission;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.Submissions;
import org.lacuna.observation.WatchWanted;

/** Publishes a case that an editor wrote: the case, what it rests on and its trace are one transaction. */
@ApplicationScoped
class PublishDraft {
    private final Cases cases;
    private final RecordIncident record;
    private final NamedPersons named;
    private final Submissions submissions;
    private final ArchivingQueries archiving;
    private final Event<WatchWanted> watches;
    private final Audit audit;

    PublishDraft(
            Cases cases,
            RecordIncident record,
            NamedPersons named,
            Submissions submissions,
            ArchivingQueries archiving,
            Event<WatchWanted> watches,
            Audit audit) {
        this.cases = cases;
        this.record = record;
        this.named = named;
        this.submissions = submissions;
        this.archiving = archiving;
        this.watches = watches;
        this.audit = audit;
    }

    /**
     * It is public when this returns.
     *
     * @param why how the editor knows that it may name whom it names
     * @throws IllegalArgumentException if the record refuses it, or its name is taken
     * @throws NotAllowed if the person who told us no longer allows it, or a case came out of it already
     * @throws org.lacuna.intake.AlreadyDecided if the submission was closed or withdrawn
     */
    @Transactional
    void publish(Visitor visitor, Draft written, String why) {
        Draft draft =
                cases.incident(written.incident().slug()).map(written::worded).orElse(written);
        String slug = draft.opened().slug();
        // from here on everybody else who records waits: what is asked below stays true
        if (record.record(List.of(draft.incident())).isEmpty()) {
            throw new IllegalArgumentException("expected a new case, found one that is recorded already");
        }
        draft.submission().ifPresent(id -> restOn(id, draft));
        named.note(slug, draft.basis(), visitor.editor());
        draft.tried()
                .ifPresent(tried ->
                        archiving.note(draft.incident().slug(), draft.source().id(), tried, visitor.editor()));
        if (draft.watch()) {
            draft.opened()
                    .subject()
                    .url()
                    .ifPresent(url -> watches.fire(new WatchWanted(URI.create(url), Optional.of(slug))));
        }
        audit.act(
                visitor.editor(),
                DeskAction.NOTED_NAMED_PERSON,
                slug,
                trace(draft.basis().word(), why));
        audit.act(
                visitor.editor(),
                DeskAction.PUBLISHED_CASE,
                slug,
                draft.submission().map(id -> "from submission " + id).orElse("from public sources"));
    }

    private void restOn(SubmissionId id, Draft draft) {
        boolean allowed = submissions
                .find(id)
                .map(Submission::consents)
                .filter(given -> given.facts())
                .isPresent();
        if (!allowed) {
            throw new NotAllowed("The person who sent this does not allow the facts to be published.");
        }
        if (!draft.another() && !submissions.yielded(id).isEmpty()) {
            throw new NotAllowed("A case came out of this submission already: "
                    + submissions.yielded(id).get(0).caseSlug() + ". Add to it, or tick that this is another one.");
        }
        submissions.publish(
                id,
                draft.opened().slug(),
                draft.opened().entries().stream()
                        .map(entry -> entry.head().id())
                        .toList());
    }

    private static String trace(String basis, String why) {
        return why.isEmpty() ? basis : basis + ": " + why;
    }

    /** Something stands against it that only a person can clear away; nothing was published. */
    static final class NotAllowed extends IllegalArgumentException {
        NotAllowed(String reason) {
            super(reason);
        }
    }
}
