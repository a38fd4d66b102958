package org.lacuna.intake;

/**
 * A submission has been closed and stored. Fired inside that transaction, while what was told is still in memory: whoever
 * derives something from it that is kept, such as keyed marks to group it by, does so now or never.
 */
public record SubmissionClosed(SubmissionId id, Told told) {
    @Override
    public String toString() {
        return "submission " + id + " was closed";
    }
}
