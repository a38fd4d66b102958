package org.lacuna.desk.work.form;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.lacuna.intake.Submission;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.SubmissionState;
import org.lacuna.intake.Submissions;
import org.lacuna.page.SentForm;

/** Reads on which submission something rests, and refuses what the person does not allow. */
@ApplicationScoped
public class RestsOn {
    /** The field with the id. */
    public static final String FIELD = "submission";

    private final Submissions submissions;

    RestsOn(Submissions submissions) {
        this.submissions = submissions;
    }

    /** The submission that the form names; empty if it names none, or one that nothing may rest on. */
    public Optional<Submission> read(SentForm form) {
        String id = form.value(FIELD).strip();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<Submission> found = find(id);
        if (found.isEmpty()) {
            form.refuse(FIELD, "There is no submission with this id.");
        }
        return found.filter(submission -> allows(submission, form));
    }

    /** Whether facts of it may be published; if not, the form says why. */
    public static boolean allows(Submission submission, SentForm form) {
        if (!submission.state().open() && submission.state() != SubmissionState.PUBLISHED) {
            form.refuse(FIELD, "This submission is closed or was taken back; nothing can rest on it.");
            return false;
        }
        if (!submission.consents().facts()) {
            form.refuse(
                    FIELD,
                    "The person who sent this does not allow the facts to be published. Write to them and ask; until "
                            + "then nothing of it can be published.");
            return false;
        }
        return true;
    }

    private Optional<Submission> find(String id) {
        try {
            return submissions.find(SubmissionId.parse(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
