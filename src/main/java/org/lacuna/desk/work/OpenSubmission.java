package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import org.lacuna.desk.door.UnlockedKeys;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.Dossier;
import org.lacuna.intake.Dossiers;
import org.lacuna.intake.Submission;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.SubmissionKey;
import org.lacuna.intake.Submissions;

/** Finds a submission by its address, and opens it with the visitor's own key. */
@ApplicationScoped
class OpenSubmission {
    private final Submissions submissions;
    private final Dossiers dossiers;
    private final UnlockedKeys keys;

    OpenSubmission(Submissions submissions, Dossiers dossiers, UnlockedKeys keys) {
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.keys = keys;
    }

    /** @throws NotFoundException if there is no such submission */
    Submission find(String id) {
        try {
            return submissions
                    .find(SubmissionId.parse(id))
                    .orElseThrow(() -> new NotFoundException("There is no such submission."));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException("There is no such submission.");
        }
    }

    /** Its key; empty if the visitor's key is not unlocked here, or was never given this submission. */
    Optional<SubmissionKey> unlock(Visitor visitor, SubmissionId id) {
        return keys.of(visitor).flatMap(key -> submissions.unlock(id, key));
    }

    /** Everything in it; empty as with {@link #unlock}. */
    Optional<Dossier> open(Visitor visitor, SubmissionId id) {
        return unlock(visitor, id).flatMap(dossiers::open);
    }
}
