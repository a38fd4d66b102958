package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.ClosingReason;
import org.lacuna.intake.Dossier;
import org.lacuna.intake.Dossiers;
import org.lacuna.intake.Submission;
import org.lacuna.intake.SubmissionKey;
import org.lacuna.intake.Submissions;
import org.lacuna.intake.Told;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.EdtfWords;

/** Puts together what an editor may see of a submission. */
@ApplicationScoped
class SubmissionViews {
    private final OpenSubmission open;
    private final Submissions submissions;
    private final Dossiers dossiers;
    private final Unmaskings unmaskings;
    private final Platforms platforms;

    SubmissionViews(
            OpenSubmission open,
            Submissions submissions,
            Dossiers dossiers,
            Unmaskings unmaskings,
            Platforms platforms) {
        this.open = open;
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.unmaskings = unmaskings;
        this.platforms = platforms;
    }

    SubmissionView of(Visitor visitor, Submission submission) {
        Optional<SubmissionKey> key = open.unlock(visitor, submission.id());
        Optional<Dossier> dossier = key.flatMap(dossiers::open);
        Optional<Told> told = dossier.map(Dossier::told);
        boolean mayKnow = submission.consents().name() || unmaskings.allows(visitor.editor(), submission.id());
        return new SubmissionView(
                submission,
                dossier,
                key.filter(may -> mayKnow).flatMap(dossiers::person),
                dossiers.saysWho(submission.id()),
                told.flatMap(Told::platform).flatMap(platforms::find).map(Platform::name),
                told.flatMap(Told::since).map(EdtfWords::of),
                submissions.yielded(submission.id()),
                told.flatMap(this::watchable),
                List.of(ClosingReason.values()));
    }

    /** Its address, if we can look at it. */
    Optional<URI> watchable(Told told) {
        try {
            URI address = URI.create(told.subject().strip());
            return Optional.of(address).filter(URI::isAbsolute).filter(each -> platforms
                    .recognise(each)
                    .filter(found -> found.platform().fetch().isPresent()
                            && found.subject().isPresent())
                    .isPresent());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
