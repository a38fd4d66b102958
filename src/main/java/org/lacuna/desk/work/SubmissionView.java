package org.lacuna.desk.work;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lacuna.intake.ClosingReason;
import org.lacuna.intake.Dossier;
import org.lacuna.intake.Submission;
import org.lacuna.intake.Told;
import org.lacuna.intake.Yield;

/**
 * What the page of a submission shows.
 *
 * @param dossier what is in it; empty if it does not open here
 * @param who who the person is; empty if they did not say so, or it may not be seen now
 * @param saysWho whether they said so
 * @param platform name of the platform, if we know it
 * @param since the date in words
 * @param yields the public entries that rest on it
 * @param watchable the address that could be watched
 */
record SubmissionView(
        Submission submission,
        Optional<Dossier> dossier,
        Optional<String> who,
        boolean saysWho,
        Optional<String> platform,
        Optional<String> since,
        List<Yield> yields,
        Optional<URI> watchable,
        List<ClosingReason> reasons) {
    public Optional<Told> told() {
        return dossier.map(Dossier::told);
    }

    /** Whether something can be published from it. */
    public boolean publishable() {
        return dossier.isPresent()
                && submission.consents().facts()
                && submission.state().publishable();
    }
}
