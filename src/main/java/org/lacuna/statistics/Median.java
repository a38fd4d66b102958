package org.lacuna.statistics;

import java.util.List;

/**
 * By when half of them have ended: the first day that the curve is at a half or below. It is an interval, because the
 * curve does not say where within an interval it falls; it is open above where the curve does not come down to a half.
 *
 * @param days the median
 * @param confidence an interval around it at {@link #LEVEL}, see {@link BayesianBootstrap}
 */
public record Median(Days days, Days confidence) {
    /** The share of samples for whose true median the interval is meant to hold. */
    public static final double LEVEL = 0.95;

    /** How the interval is made, in words that a reader can repeat it by. */
    public static final String METHOD = "Bayesian bootstrap, percentiles of " + BayesianBootstrap.REPLICATES
            + " replicates, seed " + BayesianBootstrap.SEED;

    /** A half, and the rounding error of an estimate. */
    private static final double HALF = 0.5 - 1e-6;

    static Median of(Turnbull turnbull, double[] masses, BayesianBootstrap bootstrap) {
        return new Median(of(turnbull.support().intervals(), masses), bootstrap.median());
    }

    static Days of(List<Days> intervals, double[] masses) {
        double sum = 0;
        for (int j = 0; j < masses.length; j++) {
            sum += masses[j];
            if (sum >= HALF) {
                return intervals.get(j);
            }
        }
        throw new IllegalStateException("expected masses that add up to 1, found " + sum);
    }
}
