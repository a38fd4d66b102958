package org.lacuna.publication.counts;

import java.util.Optional;
import java.util.OptionalLong;
import org.lacuna.publication.PublicCase;
import org.lacuna.statistics.Lasted;

/**
 * How long a restriction lasted, as a table keeps it.
 *
 * @param kind ended, lasting (right-censored) or unknown
 * @param least whole days
 * @param most where something bounds it
 */
record LastedRow(String kind, long least, Optional<Long> most) {
    private static final String ENDED = "ended";
    private static final String LASTING = "lasting";
    private static final String UNKNOWN = "unknown";

    /** A document names the day it is censored at only where the restriction is known to have been in force on it. */
    static LastedRow of(PublicCase.Latency latency) {
        if (!latency.censored()) {
            return new LastedRow(ENDED, latency.min(), latency.max());
        }
        return latency.asOf().isPresent()
                ? new LastedRow(LASTING, latency.min(), Optional.empty())
                : new LastedRow(UNKNOWN, 0, Optional.empty());
    }

    Lasted lasted() {
        return switch (kind) {
            case ENDED -> Lasted.ended(least, most.map(OptionalLong::of).orElse(OptionalLong.empty()));
            case LASTING -> Lasted.lasting(least);
            default -> Lasted.unknown();
        };
    }
}
