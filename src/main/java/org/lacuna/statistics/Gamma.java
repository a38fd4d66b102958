package org.lacuna.statistics;

import java.util.Random;

/** Random numbers of a gamma distribution, by rejection (Marsaglia and Tsang 2000, ACM Trans. Math. Softw. 26:363–372). */
final class Gamma {
    /** No weight is so small that an observation vanishes. */
    private static final double LEAST = 1e-9;

    private Gamma() {}

    /** @param shape 1 or more: how many standard exponential numbers it is the sum of */
    static double next(Random random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                if (Math.log(1 - random.nextDouble()) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
                    return Math.max(LEAST, d * v);
                }
            }
        }
    }
}
