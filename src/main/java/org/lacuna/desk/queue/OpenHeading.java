package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.lacuna.intake.Dossiers;
import org.lacuna.intake.EditorKey;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.Submissions;
import org.lacuna.intake.Told;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

/** Opens what a line is about with an editor's own key. */
@ApplicationScoped
class OpenHeading {
    private final Submissions submissions;
    private final Dossiers dossiers;
    private final Platforms platforms;

    OpenHeading(Submissions submissions, Dossiers dossiers, Platforms platforms) {
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.platforms = platforms;
    }

    /**
     * What was hit.
     *
     * @param platform its name
     */
    record Opened(String subject, Optional<String> platform) {}

    /** Empty without a key, or where it does not open this submission. */
    Optional<Opened> of(Item item, Optional<EditorKey> key) {
        return key.flatMap(editor -> submissions.unlock(SubmissionId.parse(item.ref()), editor))
                .flatMap(dossiers::told)
                .map(told -> new Opened(told.subject(), platform(told)));
    }

    /** The name of a platform. */
    Optional<String> name(String platform) {
        return platforms.find(platform).map(Platform::name);
    }

    private Optional<String> platform(Told told) {
        return told.platform().flatMap(this::name).or(told::otherPlatform);
    }
}
