package org.lacuna.statistics;

/**
 * A share of a whole with the interval of Wilson (1927, J. Am. Stat. Assoc. 22:209–212), which stays between 0 and 1 and
 * has a width even for none and for all.
 *
 * @param count how many
 * @param of out of how many: the denominator
 * @param low lower bound of the interval at {@link #LEVEL}
 * @param high its upper bound
 */
public record Share(long count, long of, double low, double high) {
    /** Below so many a single one more or less would move the share by more than 20 points, so none is told. */
    public static final long THRESHOLD = 5;

    /** How often such an interval holds the true share. */
    public static final double LEVEL = 0.95;

    /** The 0.975 quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * The share, if the whole is large enough.
     *
     * @throws IllegalArgumentException for a count that is not between none and the whole
     */
    public static Finding<Share> of(long count, long of) {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException("expected a count from 0 to " + of + ", found " + count);
        }
        return of < THRESHOLD
                ? new Finding.Insufficient<>("denominator", of, THRESHOLD)
                : new Finding.Found<>(wilson(count, of));
    }

    /** The share itself, from 0 to 1. */
    public double value() {
        return (double) count / of;
    }

    private static Share wilson(long count, long of) {
        double share = (double) count / of;
        double middle = share + Z * Z / (2.0 * of);
        double spread = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        double whole = 1 + Z * Z / of;
        double low = count == 0 ? 0 : (middle - spread) / whole;
        double high = count == of ? 1 : (middle + spread) / whole;
        return new Share(count, of, low, high);
    }
}
