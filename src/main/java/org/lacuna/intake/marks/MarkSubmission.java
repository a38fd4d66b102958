package org.lacuna.intake.marks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.lacuna.intake.SubmissionClosed;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.SubmissionWithdrawn;
import org.lacuna.intake.Told;
import org.lacuna.intake.seal.InstallationKey;

/**
 * Marks a submission while its words are still in memory, and drops the marks when it is taken back. Only what happened
 * is compared: what the platform said is the same in many honest reports.
 */
@ApplicationScoped
class MarkSubmission {
    private final SubjectMarks subjects;
    private final InstallationKey installation;
    private final MarkQueries queries;
    private final Event<SubmissionMarked> marked;

    MarkSubmission(
            SubjectMarks subjects, InstallationKey installation, MarkQueries queries, Event<SubmissionMarked> marked) {
        this.subjects = subjects;
        this.installation = installation;
        this.queries = queries;
        this.marked = marked;
    }

    void mark(@Observes SubmissionClosed closed) {
        Told told = closed.told();
        Optional<String> platform = told.platform().or(told::otherPlatform);
        TextMark.Banded text = TextMark.of(new MarkKey(installation.marks()), told.what());
        // Two that come at once must find each other.
        queries.lock();
        List<SubmissionId> alike = queries.sharing(text.bands()).stream()
                .filter(other -> other.mark().alike(text.mark()))
                .map(MarkQueries.Marked::submission)
                .toList();
        queries.insert(closed.id(), text);
        marked.fire(new SubmissionMarked(closed.id(), subjects.of(platform, told.subject()), alike));
    }

    void forget(@Observes SubmissionWithdrawn withdrawn) {
        queries.forget(withdrawn.id());
    }
}
