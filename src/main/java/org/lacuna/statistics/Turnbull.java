package org.lacuna.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Turnbull's nonparametric estimate of a distribution from interval-censored and right-censored durations: the one that
 * makes the observations likeliest. EM steps, which never lose likelihood, take turns with steps of the
 * iterative convex minorant, which are much longer (Wellner and Zhan 1997, J. Am. Stat. Assoc. 92:945–959). With exact
 * and right-censored durations alone it is the estimate of Kaplan and Meier.
 */
final class Turnbull {
    /**
     * How far the steepest derivative may be above its value at the maximum, in relation to it. The logarithm of the
     * likelihood is then nearer to its maximum than this times the number of observations.
     */
    static final double CLOSE = 1e-10;

    /**
     * After so many rounds ten times as far is near enough, and so on: sums of a million small masses are not exact to the
     * last place, and nothing may run for ever.
     */
    private static final int PATIENCE = 500;

    /** How much of what is begun with is the same everywhere. */
    private static final double EVERYWHERE = 0.1;

    private static final int MOST_ROUNDS = 10 * PATIENCE;

    private final Support support;
    private final int[] first;
    private final int[] last;
    private final double[] counts;

    /** @param sample not empty */
    Turnbull(Sample sample) {
        Map<Lasted, Long> all = sample.counts();
        List<Days> observed = all.keySet().stream().map(Lasted::end).toList();
        this.support = Support.of(observed);
        this.first = observed.stream().mapToInt(support::first).toArray();
        this.last = observed.stream().mapToInt(support::last).toArray();
        this.counts = all.values().stream().mapToDouble(Long::doubleValue).toArray();
    }

    Support support() {
        return support;
    }

    /** How often each kind of observation occurs. */
    double[] counts() {
        return counts.clone();
    }

    /** What the estimate puts into each interval of the support; the sum is 1. */
    double[] masses() {
        return masses(counts, CLOSE, new double[support.size()]);
    }

    /**
     * The same if each kind of observation occurred so often.
     *
     * @param near masses that may be not far from these, to begin near them; or none at all
     */
    double[] masses(double[] weights, double close, double[] near) {
        Likelihood likelihood = new Likelihood(first, last, weights, support.size());
        double[] lasting = likelihood.lasting();
        double[] masses = begin(near);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] pulls = likelihood.pulls(masses);
            if (steepest(pulls) <= likelihood.total() * (1 + close * Math.pow(10, round / PATIENCE))) {
                return masses;
            }
            masses = ConvexMinorant.step(likelihood, selfConsistent(likelihood, lasting, masses));
        }
        throw new IllegalStateException("expected an estimate after " + MOST_ROUNDS + " rounds, found none for "
                + weights.length + " kinds of observations over " + masses.length + " intervals");
    }

    /** What is nothing there may be something here, and nothing would stay nothing for ever. */
    private static double[] begin(double[] near) {
        double sum = Arrays.stream(near).sum();
        double part = sum > 0 ? EVERYWHERE : 1;
        return Arrays.stream(near)
                .map(mass -> (1 - part) * mass + part / near.length)
                .toArray();
    }

    private static double steepest(double[] pulls) {
        double most = 0;
        for (double pull : pulls) {
            most = Math.max(most, pull);
        }
        return most;
    }

    /**
     * One EM step. What is taken as missing is only where in their bounds those ended that had ended; whoever was there still
     * counts among those at risk until then, as with Kaplan and Meier. Taken as missing too, they would have to be shared out
     * among all later intervals: where few ended late, that takes hundreds of rounds.
     */
    private static double[] selfConsistent(Likelihood likelihood, double[] lasting, double[] masses) {
        double[] ends = likelihood.ends(masses);
        double[] atRisk = new double[masses.length];
        double later = 0;
        for (int j = masses.length - 1; j >= 0; j--) {
            later += ends[j];
            atRisk[j] = later;
            later += lasting[j];
        }
        double[] next = new double[masses.length];
        double left = 1;
        for (int j = 0; j < masses.length - 1; j++) {
            next[j] = ends[j] > 0 ? left * Math.min(1, ends[j] / atRisk[j]) : 0;
            left -= next[j];
        }
        next[masses.length - 1] = Math.max(0, left);
        return next;
    }
}
