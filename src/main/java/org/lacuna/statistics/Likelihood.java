package org.lacuna.statistics;

/**
 * The likelihood of a distribution over a {@link Support}. Each kind of observation covers a run of intervals, so that
 * everything is a matter of running sums: linear in the number of kinds and of intervals.
 */
final class Likelihood {
    private final int[] first;
    private final int[] last;
    private final double[] weight;
    private final int size;
    private final double total;

    /**
     * @param first of the intervals that each kind of observation covers
     * @param last of them
     * @param weight how often each kind occurs
     * @param size how many intervals there are
     */
    Likelihood(int[] first, int[] last, double[] weight, int size) {
        this.first = first;
        this.last = last;
        this.weight = weight;
        this.size = size;
        double sum = 0;
        for (double each : weight) {
            sum += each;
        }
        this.total = sum;
    }

    int size() {
        return size;
    }

    double total() {
        return total;
    }

    /** The logarithm of the likelihood; minus infinity if an observation is impossible. */
    double log(double[] masses) {
        double[] sums = sums(masses);
        double log = 0;
        for (int i = 0; i < weight.length; i++) {
            log += weight[i] * Math.log(sums[last[i] + 1] - sums[first[i]]);
        }
        return log;
    }

    /**
     * The derivative by each mass. Divided by the total, none is above 1 at the maximum (Gentleman and Geyer 1994,
     * Biometrika 81:618–623): that is what convergence is judged by.
     */
    double[] pulls(double[] masses) {
        double[] sums = sums(masses);
        double[] change = new double[size + 1];
        for (int i = 0; i < weight.length; i++) {
            double pull = weight[i] / (sums[last[i] + 1] - sums[first[i]]);
            change[first[i]] += pull;
            change[last[i] + 1] -= pull;
        }
        double[] pulls = new double[size];
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += change[j];
            pulls[j] = sum;
        }
        return pulls;
    }

    /**
     * How many may be expected to have ended in each interval but the last, of those of which it is known that they had ended
     * by some day.
     */
    double[] ends(double[] masses) {
        double[] sums = sums(masses);
        double[] change = new double[size + 1];
        for (int i = 0; i < weight.length; i++) {
            if (last[i] < size - 1) {
                double pull = weight[i] / (sums[last[i] + 1] - sums[first[i]]);
                change[first[i]] += pull;
                change[last[i] + 1] -= pull;
            }
        }
        double[] ends = new double[size];
        double sum = 0;
        for (int j = 0; j < size - 1; j++) {
            sum += change[j];
            ends[j] = masses[j] * Math.max(0, sum);
        }
        return ends;
    }

    /** In which interval each of the others was seen last: how many were there still, and nothing is known of them after. */
    double[] lasting() {
        double[] lasting = new double[size];
        for (int i = 0; i < weight.length; i++) {
            if (last[i] == size - 1) {
                lasting[first[i]] += weight[i];
            }
        }
        return lasting;
    }

    /** First and second derivatives by the values of the distribution function after each interval but the last. */
    void slopes(double[] masses, double[] slope, double[] bend) {
        double[] sums = sums(masses);
        for (int i = 0; i < weight.length; i++) {
            double chance = sums[last[i] + 1] - sums[first[i]];
            double pull = weight[i] / chance;
            double square = pull / chance;
            if (first[i] > 0) {
                slope[first[i] - 1] -= pull;
                bend[first[i] - 1] += square;
            }
            if (last[i] < size - 1) {
                slope[last[i]] += pull;
                bend[last[i]] += square;
            }
        }
    }

    private static double[] sums(double[] masses) {
        double[] sums = new double[masses.length + 1];
        for (int j = 0; j < masses.length; j++) {
            sums[j + 1] = sums[j] + masses[j];
        }
        return sums;
    }
}
