package org.lacuna.desk.work.entries;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.lacuna.cases.AddEntries;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.archive.ArchiveCited;
import org.lacuna.desk.work.archive.ArchivingQueries;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.desk.work.form.OnceQueries;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.Submissions;
import org.lacuna.page.SentForm;

/** Records an entry with its sources, what it rests on and its trace: all of them or none. */
@ApplicationScoped
class AddEntry {
    private final AddEntries entries;
    private final ArchivingQueries archiving;
    private final Submissions submissions;
    private final OnceQueries once;
    private final Audit audit;

    AddEntry(AddEntries entries, ArchivingQueries archiving, Submissions submissions, OnceQueries once, Audit audit) {
        this.entries = entries;
        this.archiving = archiving;
        this.submissions = submissions;
        this.once = once;
        this.audit = audit;
    }

    /**
     * Adds it; a form that was taken before changes nothing.
     *
     * @param source the new source, if there is one, and what came of archiving it
     * @return whether anything was recorded
     * @throws IllegalArgumentException if the record refuses it
     * @throws org.lacuna.intake.AlreadyDecided if the submission was closed or withdrawn meanwhile
     */
    @Transactional
    boolean add(
            Visitor visitor,
            KnownCase to,
            NewEntry entry,
            Optional<ArchiveCited.Copied> source,
            Optional<SubmissionId> restsOn,
            SentForm form) {
        if (!once.take(form)) {
            return false;
        }
        List<String> ids = entries.add(
                to.slug(),
                source.map(ArchiveCited.Copied::source).stream().toList(),
                free -> List.of(entry.under(free)));
        source.ifPresent(copied -> copied.tried()
                .ifPresent(tried ->
                        archiving.note(to.incident().slug(), copied.source().id(), tried, visitor.editor())));
        restsOn.ifPresent(id -> submissions.publish(id, to.slug(), ids));
        audit.act(
                visitor.editor(),
                DeskAction.ADDED_ENTRY,
                to.slug(),
                String.join(" ", ids)
                        + restsOn.map(id -> " from submission " + id).orElse(""));
        return true;
    }
}
