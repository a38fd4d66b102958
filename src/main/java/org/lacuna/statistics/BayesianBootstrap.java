package org.lacuna.statistics;

import java.util.ArrayList;
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

    private final List<Days> intervals;
    private final double[][] masses;
    private final double level;

    /** @param level the share of samples for whose true values the intervals are meant to hold */
    BayesianBootstrap(Sample sample, double level) {
        Sample coarse = Coarse.enough(sample);
        Turnbull turnbull = new Turnbull(coarse);
        double[][] weights = weights(turnbull.counts());
        this.level = level;
        this.intervals = turnbull.support().intervals();
        this.masses = new double[REPLICATES][];
        double[] near = turnbull.masses(turnbull.counts(), CLOSE / coarse.size(), new double[intervals.size()]);
        IntStream.range(0, REPLICATES)
                .parallel()
                .forEach(replicate ->
                        masses[replicate] = turnbull.masses(weights[replicate], CLOSE / coarse.size(), near));
    }

    /** An interval around the median: percentiles of the lower and of the upper ends of the replicates' medians. */
    Days median() {
        List<Days> medians =
                Stream.of(masses).map(each -> Median.of(intervals, each)).toList();
        long low = medians.stream().mapToLong(Days::least).sorted().toArray()[tail()];
        long high = medians.stream().mapToLong(Days::last).sorted().toArray()[REPLICATES - 1 - tail()];
        return high == Long.MAX_VALUE ? Days.atLeast(low) : Days.between(low, high);
    }

    /**
     * Intervals around the share that lasted longer than each of these days: percentiles of the replicates' shares, the
     * lower end where all that may have ended by then has, the upper where only what must have.
     *
     * @param days in ascending order
     */
    List<Band> bands(List<Long> days) {
        List<Band> bands = new ArrayList<>(days.size());
        double[] least = new double[REPLICATES];
        double[] most = new double[REPLICATES];
        Arrays.fill(least, 1);
        Arrays.fill(most, 1);
        int begun = 0;
        int ended = 0;
        for (long day : days) {
            for (; begun < intervals.size() && intervals.get(begun).least() <= day; begun++) {
                take(least, begun);
            }
            for (; ended < intervals.size() && intervals.get(ended).last() <= day; ended++) {
                take(most, ended);
            }
            double low = Arrays.stream(least).sorted().toArray()[tail()];
            double high = Arrays.stream(most).sorted().toArray()[REPLICATES - 1 - tail()];
            bands.add(new Band(share(low), share(Math.max(low, high))));
        }
        return bands;
    }

    private void take(double[] shares, int interval) {
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            shares[replicate] -= masses[replicate][interval];
        }
    }

    private static double share(double sum) {
        return Math.min(1, Math.max(0, sum));
    }

    private int tail() {
        return (int) Math.floor((1 - level) / 2 * REPLICATES);
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
