package org.lacuna.intake.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.lacuna.intake.Dossiers;
import org.lacuna.intake.OwnSubmission;
import org.lacuna.intake.SubmissionKey;
import org.lacuna.intake.Told;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

/** What the first page inside a report shows beside its state. */
@ApplicationScoped
class LookAtReport {
    private final OwnSubmission own;
    private final Dossiers dossiers;
    private final Platforms platforms;

    LookAtReport(OwnSubmission own, Dossiers dossiers, Platforms platforms) {
        this.own = own;
        this.dossiers = dossiers;
        this.platforms = platforms;
    }

    /**
     * What was found.
     *
     * @param cases slugs of the public cases that came out of it
     * @param appeals the platform, if one can appeal there
     */
    record Look(Long unread, List<String> cases, Optional<Platform> appeals) {}

    Look at(SubmissionKey key) {
        return new Look(
                own.unseen(key.id()),
                own.cases(key.id()),
                dossiers.told(key)
                        .flatMap(Told::platform)
                        .flatMap(platforms::find)
                        .filter(platform -> platform.appeals().isPresent()));
    }
}
