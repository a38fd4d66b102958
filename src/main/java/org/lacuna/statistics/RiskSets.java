package org.lacuna.statistics;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** How many of a sample are at risk on any day; made once, since a curve asks at each of its steps. */
final class RiskSets {
    private final TreeMap<Long, Long> certain;
    private final TreeMap<Long, Long> possible;

    RiskSets(Sample sample) {
        this.certain = remaining(sample, Lasted::atRiskUntil);
        this.possible = remaining(sample, Lasted::perhapsAtRiskUntil);
    }

    /** @param day from the beginning of each */
    AtRisk on(long day) {
        return new AtRisk(day, at(certain, day), at(possible, day));
    }

    /** How many there are from each day on, by the days that are the last of some. */
    private static TreeMap<Long, Long> remaining(Sample sample, ToLongFunction<Lasted> until) {
        TreeMap<Long, Long> lasts = new TreeMap<>();
        sample.counts().forEach((lasted, count) -> lasts.merge(until.applyAsLong(lasted), count, Long::sum));
        long sum = 0;
        for (Map.Entry<Long, Long> entry : lasts.descendingMap().entrySet()) {
            sum += entry.getValue();
            entry.setValue(sum);
        }
        return lasts;
    }

    private static long at(TreeMap<Long, Long> remaining, long day) {
        Map.Entry<Long, Long> next = remaining.ceilingEntry(day);
        return next == null ? 0 : next.getValue();
    }
}
