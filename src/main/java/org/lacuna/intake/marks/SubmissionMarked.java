package org.lacuna.intake.marks;

import java.util.List;
import org.lacuna.intake.SubmissionId;

/**
 * A submission that is being stored has its marks. Fired inside that transaction.
 *
 * @param alike submissions whose text is a copy of this one with some things changed, as far as there are marks of them
 */
public record SubmissionMarked(SubmissionId id, SubjectMark subject, List<SubmissionId> alike) {
    public SubmissionMarked {
        alike = List.copyOf(alike);
    }
}
