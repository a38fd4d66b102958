package org.lacuna.desk.work.redact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redactions;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.form.KnownCase;

/**
 * Hides passages and shows them again: effect and trace are one transaction. The editor's note stands with the redaction
 * and not in the audit trail: it may quote the passage, and is overwritten when that is erased.
 */
@ApplicationScoped
class RedactPassage {
    private final Redactions redactions;
    private final Audit audit;

    RedactPassage(Redactions redactions, Audit audit) {
        this.redactions = redactions;
        this.audit = audit;
    }

    /** @throws IllegalArgumentException if the record refuses it */
    @Transactional
    boolean hide(
            Visitor visitor, KnownCase at, Passage passage, String reason, String note, Optional<LocalDate> until) {
        boolean changed = redactions.hide(passage, new Grounds(reason, note, visitor.editor()), until);
        audit.act(
                visitor.editor(),
                DeskAction.HID_PASSAGE,
                at.slug(),
                words(passage) + ": " + reason
                        + until.map(day -> " until " + day).orElse(""));
        return changed;
    }

    /** The same error. */
    @Transactional
    boolean show(Visitor visitor, KnownCase at, Passage passage, String reason, String note) {
        boolean changed = redactions.show(passage, new Grounds(reason, note, visitor.editor()));
        audit.act(visitor.editor(), DeskAction.SHOWED_PASSAGE, at.slug(), words(passage));
        return changed;
    }

    /** Which passage, without its words. */
    static String words(Passage passage) {
        return (passage.what().word() + " " + passage.id()).strip() + " of " + passage.owner();
    }
}
