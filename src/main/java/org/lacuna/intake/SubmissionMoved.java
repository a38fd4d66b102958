package org.lacuna.intake;

/** Something happened to a stored submission. Fired inside the transaction in which it did. */
public record SubmissionMoved(SubmissionId id, Move move) {
    /** What happened. */
    public enum Move {
        /** The person added something that no editor has opened yet. */
        GREW,
        /** An editor opened it, with all that was added. */
        OPENED,
        /** An editor decided about it. */
        DECIDED
    }
}
