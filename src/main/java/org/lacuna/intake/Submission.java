package org.lacuna.intake;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What can be known of a submission without opening it.
 *
 * @param received the day; the hour is kept nowhere
 * @param closedBecause set when it is closed
 * @param consents what the person allows now
 * @param wantsWatch whether the person asked to have the account's return watched
 */
public record Submission(
        SubmissionId id,
        LocalDate received,
        SubmissionState state,
        Optional<ClosingReason> closedBecause,
        Consents consents,
        boolean wantsWatch) {}
