package org.lacuna.statistics;

/**
 * One step of the iterative convex minorant: Newton's step with the diagonal of the second derivative, kept monotone by
 * weighted isotonic regression, and halved until it gains (Jongbloed 1998, J. Comput. Graph. Stat. 7:310–321).
 */
final class ConvexMinorant {
    private static final int MOST_HALVINGS = 30;

    private ConvexMinorant() {}

    /** Masses that are at least as likely as these. */
    static double[] step(Likelihood likelihood, double[] masses) {
        int inner = masses.length - 1;
        if (inner < 1) {
            return masses;
        }
        double[] slope = new double[inner];
        double[] bend = new double[inner];
        likelihood.slopes(masses, slope, bend);
        double[] aim = masses(monotone(aims(masses, slope, bend), bend));
        double before = likelihood.log(masses);
        double[] tried = new double[masses.length];
        double part = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++, part /= 2) {
            for (int j = 0; j < tried.length; j++) {
                tried[j] = masses[j] + part * (aim[j] - masses[j]);
            }
            if (likelihood.log(tried) > before) {
                return tried;
            }
        }
        return masses;
    }

    private static double[] aims(double[] masses, double[] slope, double[] bend) {
        double[] aims = new double[slope.length];
        double sum = 0;
        for (int j = 0; j < aims.length; j++) {
            sum += masses[j];
            // every inner bound of the support is a bound of some observation, so that its second derivative is not
            // zero
            aims[j] = sum + slope[j] / bend[j];
        }
        return aims;
    }

    /** The monotone sequence nearest to this one, by pooling neighbours that are out of order; cut to 0 and 1. */
    static double[] monotone(double[] aims, double[] weights) {
        double[] value = new double[aims.length];
        double[] weight = new double[aims.length];
        int[] length = new int[aims.length];
        int blocks = 0;
        for (int j = 0; j < aims.length; j++) {
            value[blocks] = aims[j];
            weight[blocks] = weights[j];
            length[blocks] = 1;
            while (blocks > 0 && value[blocks - 1] >= value[blocks]) {
                double sum = weight[blocks - 1] + weight[blocks];
                value[blocks - 1] = (weight[blocks - 1] * value[blocks - 1] + weight[blocks] * value[blocks]) / sum;
                weight[blocks - 1] = sum;
                length[blocks - 1] += length[blocks];
                blocks--;
            }
            blocks++;
        }
        double[] monotone = new double[aims.length];
        for (int block = 0, j = 0; block < blocks; block++) {
            for (int k = 0; k < length[block]; k++) {
                monotone[j++] = Math.min(1, Math.max(0, value[block]));
            }
        }
        return monotone;
    }

    private static double[] masses(double[] sums) {
        double[] masses = new double[sums.length + 1];
        double before = 0;
        for (int j = 0; j < sums.length; j++) {
            masses[j] = sums[j] - before;
            before = sums[j];
        }
        masses[sums.length] = 1 - before;
        return masses;
    }
}
