package org.lacuna.statistics;

/**
 * Between what two shares the curve probably runs at one day, for that day alone.
 *
 * @param low share, 0 to 1
 * @param high share, not below {@code low}
 */
public record Band(double low, double high) {
    public Band {
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new IllegalArgumentException("expected 0 <= low <= high <= 1, found " + low + " and " + high);
        }
    }
}
