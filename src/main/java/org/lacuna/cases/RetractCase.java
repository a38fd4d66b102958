package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Retracts a case: it is public no more, in no version of it, and says when and why. The facts stay with the desk, so
 * that it can be shown again; {@link ErasePassage} makes an end of them.
 */
@ApplicationScoped
public class RetractCase {
    private final OpenCase open;
    private final Redactions redactions;

    RetractCase(OpenCase open, Redactions redactions) {
        this.open = open;
        this.redactions = redactions;
    }

    /**
     * Retracts a case.
     *
     * @return whether anything changed
     * @throws IllegalArgumentException if there is no such case, or it was merged or is gone for good
     */
    @Transactional
    public boolean retract(String caseSlug, Grounds grounds) {
        OpenCase.Standing standing = open.standing(caseSlug);
        if (!standing.known().verification().equals(Optional.of(Verification.RETRACTED))) {
            open.store()
                    .verification(
                            caseSlug,
                            Verification.RETRACTED,
                            grounds.note().isBlank() ? grounds.reason() : grounds.note(),
                            Optional.empty(),
                            grounds.editor(),
                            open.now());
        }
        return redactions.hide(Passage.wholeCase(caseSlug), grounds, Optional.empty());
    }
}
