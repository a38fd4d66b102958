package org.lacuna.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rubin's Bayesian bootstrap (1981, Ann. Stat. 9:130–134): each replicate gives every observation a random weight (a
 * standard exponential one) and estimates anew. The weights come from {@link Random} with a fixed seed, so that the same
 * observations have the same interval, always and everywhere. For interval-censored data such intervals are approximate.
 */
final class BayesianBootstrap {
    static final int REPLICATES = 200;
    static final long SEED = 19890604;

    /** An estimate of a replicate need not be nearer than a small part of what chance alone moves it. */
    private static final double CLOSE = 0.1;

    private BayesianBootstrap() {}

    /** An interval around the median: percentiles of the lower and of the upper ends of the replicates' medians. */
    static Days median(Sample sample, double level) {
        Sample coarse = Coarse.enough(sample);
        Turnbull turnbull = new Turnbull(coarse);
        List<Days> intervals = turnbull.support().intervals();
        double[][] weights = weights(turnbull.counts());
        long[] low = new long[REPLICATES];
        long[] high = new long[REPLICATES];
        IntStream.range(0, REPLICATES).parallel().forEach(replicate -> {
            Days median = Median.of(intervals, turnbull.masses(weights[replicate], CLOSE / coarse.size()));
            low[replicate] = median.least();
            high[replicate] = median.last();
        });
        Arrays.sort(low);
        Arrays.sort(high);
        int tail = (int) Math.floor((1 - level) / 2 * REPLICATES);
        long last = high[REPLICATES - 1 - tail];
        return last == Long.MAX_VALUE ? Days.atLeast(low[tail]) : Days.between(low[tail], last);
    }

    /** Drawn one after the other, so that each replicate has the same ones however many processors there are. */
    private static double[][] weights(double[] counts) {
        Random random = new Random(SEED);
        return Stream.generate(() -> Arrays.stream(counts)
                        .map(count -> Gamma.next(random, count))
                        .toArray())
                .limit(REPLICATES)
                .toArray(double[][]::new);
    }
}
