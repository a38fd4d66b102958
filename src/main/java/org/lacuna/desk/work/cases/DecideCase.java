package org.lacuna.desk.work.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.cases.AddEntries;
import org.lacuna.cases.DescribeSubject;
import org.lacuna.cases.NamedPersons;
import org.lacuna.cases.Objections;
import org.lacuna.cases.RecordReply;
import org.lacuna.cases.Subject;
import org.lacuna.cases.Verification;
import org.lacuna.cases.VerifyCase;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.archive.ArchiveCited;
import org.lacuna.desk.work.archive.Archived;
import org.lacuna.desk.work.archive.ArchivingQueries;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.desk.work.form.OnceQueries;
import org.lacuna.page.SentForm;

/**
 * What one editor decides about a case: each decision, its effect and its trace are one transaction. Whatever the record
 * refuses comes as an {@link IllegalArgumentException}, and nothing is done.
 */
@ApplicationScoped
class DecideCase {
    private final VerifyCase verify;
    private final DescribeSubject describe;
    private final RecordReply replies;
    private final AddEntries entries;
    private final Objections objections;
    private final NamedPersons named;
    private final ArchivingQueries archiving;
    private final OnceQueries once;
    private final Audit audit;

    DecideCase(
            VerifyCase verify,
            DescribeSubject describe,
            RecordReply replies,
            AddEntries entries,
            Objections objections,
            NamedPersons named,
            ArchivingQueries archiving,
            OnceQueries once,
            Audit audit) {
        this.verify = verify;
        this.describe = describe;
        this.replies = replies;
        this.entries = entries;
        this.objections = objections;
        this.named = named;
        this.archiving = archiving;
        this.once = once;
        this.audit = audit;
    }

    /** Sets the level; the same form does it once. */
    @Transactional
    boolean verify(
            Visitor visitor, KnownCase at, Verification level, String why, Optional<String> shown, SentForm form) {
        if (!once.take(form)) {
            return false;
        }
        verify.verify(at.slug(), level, why, shown, visitor.editor());
        audit.act(visitor.editor(), DeskAction.VERIFIED_CASE, at.slug(), level.word() + ": " + why);
        return true;
    }

    /** Records the platform's reply; the same form does it once. */
    @Transactional
    boolean reply(
            Visitor visitor,
            KnownCase at,
            RecordReply.Reply reply,
            Optional<ArchiveCited.Copied> source,
            String how,
            SentForm form) {
        if (!once.take(form)) {
            return false;
        }
        source.ifPresent(copied -> {
            entries.addSource(at.slug(), copied.source());
            copied.tried()
                    .ifPresent(tried ->
                            archiving.note(at.incident().slug(), copied.source().id(), tried, visitor.editor()));
        });
        String id = replies.record(at.slug(), reply, how, visitor.editor());
        audit.act(visitor.editor(), DeskAction.RECORDED_REPLY, at.slug(), id + ", channel checked");
        return true;
    }

    /** Notes an objection; the same form does it once. What is asked stays out of the audit trail: it may name people. */
    @Transactional
    boolean raise(Visitor visitor, KnownCase at, String asked, SentForm form) {
        if (!once.take(form)) {
            return false;
        }
        UUID id = objections.raise(at.slug(), asked, visitor.editor());
        audit.act(visitor.editor(), DeskAction.RECORDED_OBJECTION, at.slug(), "objection " + id);
        return true;
    }

    @Transactional
    boolean answer(Visitor visitor, KnownCase at, UUID objection, String answer) {
        objections.answer(objection, answer, visitor.editor());
        audit.act(visitor.editor(), DeskAction.ANSWERED_OBJECTION, at.slug(), "objection " + objection);
        return true;
    }

    @Transactional
    boolean describe(Visitor visitor, KnownCase at, Subject subject, String why) {
        describe.describe(at.slug(), subject);
        audit.act(visitor.editor(), DeskAction.DESCRIBED_CASE, at.slug(), "subject: " + why);
        return true;
    }

    @Transactional
    boolean word(Visitor visitor, KnownCase at, String title, String summary, String why) {
        describe.word(at.slug(), title, summary);
        audit.act(visitor.editor(), DeskAction.DESCRIBED_CASE, at.slug(), "title and summary: " + why);
        return true;
    }

    @Transactional
    boolean name(Visitor visitor, KnownCase at, NamedPersons.Basis basis, String why) {
        named.note(at.slug(), basis, visitor.editor());
        audit.act(visitor.editor(), DeskAction.NOTED_NAMED_PERSON, at.slug(), basis.word() + ": " + why);
        return true;
    }

    @Transactional
    void archived(Visitor visitor, KnownCase at, String source, Archived tried) {
        archiving.note(at.incident().slug(), source, tried, visitor.editor());
        audit.act(
                visitor.editor(),
                DeskAction.ARCHIVED_SOURCE,
                at.slug(),
                source + ": " + tried.obstacle().orElse("kept"));
    }
}
