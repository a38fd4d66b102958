package org.lacuna.intake;

/** Somebody else has decided about this submission; what they decided stands. */
public final class AlreadyDecided extends RuntimeException {
    AlreadyDecided(SubmissionId id, SubmissionState state) {
        super("submission " + id + " is already " + state.word());
    }
}
