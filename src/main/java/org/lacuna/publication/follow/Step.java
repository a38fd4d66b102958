package org.lacuna.publication.follow;

import java.time.Instant;
import java.util.Optional;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.Tombstone;

/**
 * One change of a case, from what it was to what it became, both as they are handed out now.
 *
 * @param sequence of the change
 * @param action created, edited, redacted, retracted or merged
 * @param recorded when it was published
 * @param shown since when both versions are handed out as they are: later than {@code recorded} if something in them was
 *     redacted or shown again
 * @param before the version before, unless there was none or it is not public any more
 * @param after the version that the change wrote; empty where nothing is left of it
 * @param left what is left in its place
 */
public record Step(
        long sequence,
        String action,
        String slug,
        Instant recorded,
        Instant shown,
        Optional<PublicCase> before,
        Optional<PublicCase> after,
        Optional<Tombstone> left) {}
