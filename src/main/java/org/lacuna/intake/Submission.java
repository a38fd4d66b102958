package org.lacuna.intake;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A submission as an editor sees it.
 *
 * @param received the day; the hour is kept nowhere
 * @param told what the person wrote; empty if it does not open with this installation's key
 * @param closedBecause set when it is closed
 * @param caseSlug set when a public case came out of it
 */
public record Submission(
        SubmissionId id,
        LocalDate received,
        SubmissionState state,
        Optional<Told> told,
        Optional<ClosingReason> closedBecause,
        Optional<String> caseSlug) {}
