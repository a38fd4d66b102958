package org.lacuna.intake;

import org.lacuna.intake.seal.Identity;

/** The private key of one submission, unwrapped by an editor or by its receipt; in memory alone. */
public record SubmissionKey(SubmissionId id, Identity identity) {}
