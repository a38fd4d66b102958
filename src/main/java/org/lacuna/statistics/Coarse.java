package org.lacuna.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Rounds the days of a large sample outwards, up to 64 not at all and above by at most one part in 32, so that hundreds of
 * estimates cost no more than one. Only the interval around a median is made from it, never the curve.
 */
final class Coarse {
    /** So many different durations are not too many. */
    private static final int ENOUGH = 500;

    /** Days below two to the power of this are kept as they are. */
    private static final int EXACT_BITS = 6;

    private Coarse() {}

    /** The sample itself, if it is small. */
    static Sample enough(Sample sample) {
        if (sample.counts().size() <= ENOUGH) {
            return sample;
        }
        Map<Lasted, Long> counts = new LinkedHashMap<>();
        sample.counts().forEach((lasted, count) -> counts.merge(rounded(lasted.end()), count, Long::sum));
        return new Sample(counts);
    }

    private static Lasted rounded(Days end) {
        long step = step(end.least());
        OptionalLong most =
                end.most().isEmpty() ? end.most() : OptionalLong.of(down(end.last()) + step(end.last()) - 1);
        return Lasted.ended(down(end.least()), most);
    }

    private static long down(long day) {
        return day / step(day) * step(day);
    }

    private static long step(long day) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(day);
        return 1L << Math.max(0, bits - EXACT_BITS);
    }
}
