package org.lacuna.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.lacuna.shared.Digest;

/**
 * One row of the change feed.
 *
 * @param sequence from 1, without gaps
 * @param action created, edited, redacted, retracted or merged
 * @param kind case, incident or edition
 * @param digest of the document as this change wrote it
 * @param replaced how that document is handed out now, if something in it was redacted later
 */
public record RecordChange(
        long sequence,
        String action,
        String kind,
        String slug,
        Digest digest,
        Instant recorded,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Replaced> replaced) {
    /** The digest of what stands in its place, and since when. */
    public record Replaced(Digest digest, Instant on) {}
}
