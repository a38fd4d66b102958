package org.lacuna.statistics;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How often each duration occurs; a million of them are a few thousand different ones.
 *
 * @param counts how many there are of each, never none
 */
public record Sample(Map<Lasted, Long> counts) {
    /** One order, whichever they came in. */
    public static final Comparator<Lasted> ORDER = Comparator.comparingLong(
                    (Lasted lasted) -> lasted.end().least())
            .thenComparingLong(lasted -> lasted.end().last())
            .thenComparingLong(Lasted::atRiskUntil)
            .thenComparingLong(Lasted::perhapsAtRiskUntil);

    public Sample {
        counts.forEach((lasted, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException("expected a count of 1 or more for " + lasted + ", found " + count);
            }
        });
        // in one order, since random weights are drawn in it
        SortedMap<Lasted, Long> sorted = new TreeMap<>(ORDER);
        sorted.putAll(counts);
        counts = Collections.unmodifiableSortedMap(sorted);
    }

    /** Each of these once. */
    public static Sample of(List<Lasted> each) {
        Map<Lasted, Long> counts = new LinkedHashMap<>();
        each.forEach(one -> counts.merge(one, 1L, Long::sum));
        return new Sample(counts);
    }

    /** All of them, whatever is known: the denominator. */
    public long size() {
        return count(any -> true);
    }

    /** Those whose end is recorded, exactly or between bounds. */
    public long ended() {
        return count(Lasted.Ended.class::isInstance);
    }

    /** Those that were there still. */
    public long lasting() {
        return count(Lasted.Lasting.class::isInstance);
    }

    /** Those of which nobody knows. */
    public long unknown() {
        return count(Lasted.Unknown.class::isInstance);
    }

    private long count(Predicate<Lasted> wanted) {
        return counts.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
