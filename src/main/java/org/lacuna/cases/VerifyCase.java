package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sets how well a case is checked, and keeps why. */
@ApplicationScoped
public class VerifyCase {
    private final OpenCase open;
    private final NoteQueries notes;

    VerifyCase(OpenCase open, NoteQueries notes) {
        this.open = open;
        this.notes = notes;
    }

    /**
     * One time that a level was set.
     *
     * @param reason for the desk; empty for what was imported or derived
     * @param shown a short reason that the public reads
     */
    public record Checked(
            Verification level,
            Optional<String> reason,
            Optional<String> shown,
            Optional<UUID> editor,
            Instant recorded) {}

    /**
     * Sets the level of a case.
     *
     * @param reason for the desk, kept for good
     * @param shown a short reason for the public, if there is one to give
     * @throws IllegalArgumentException for a blank reason, a case that cannot be changed, or {@code retracted}, which is
     *     for {@link RetractCase}
     */
    @Transactional
    public void verify(String caseSlug, Verification level, String reason, Optional<String> shown, UUID editor) {
        if (level == Verification.RETRACTED) {
            throw new IllegalArgumentException(
                    "expected a level that leaves the case standing; to retract it, retract it");
        }
        Texts.check("reason", reason);
        shown.ifPresent(text -> Texts.check("short reason", text));
        OpenCase.Standing standing = open.standing(caseSlug);
        open.store().verification(caseSlug, level, reason, shown, editor, open.now());
        open.tell(standing.incident(), caseSlug);
    }

    /** Every level that a case had, the latest first. */
    public List<Checked> history(String caseSlug) {
        return notes.levels(caseSlug);
    }
}
