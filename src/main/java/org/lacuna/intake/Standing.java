package org.lacuna.intake;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person reads who comes back with their receipt.
 *
 * @param received the day it was stored
 */
record Standing(
        LocalDate received, SubmissionState state, Optional<ClosingReason> closedBecause, Optional<String> caseSlug) {}
