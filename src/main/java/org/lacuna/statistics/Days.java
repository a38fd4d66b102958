package org.lacuna.statistics;

import java.util.OptionalLong;

/**
 * Some whole number of days, both bounds included; which of them is not known.
 *
 * @param least at least so many
 * @param most at most so many; empty where nothing bounds it
 */
public record Days(long least, OptionalLong most) {
    public Days {
        if (least < 0 || most.isPresent() && most.getAsLong() < least) {
            throw new IllegalArgumentException(
                    "expected a bound of 0 days or more and another not below it, found " + least + " and " + most);
        }
    }

    /** So many days, or any number between. */
    public static Days between(long least, long most) {
        return new Days(least, OptionalLong.of(most));
    }

    /** So many days or more. */
    public static Days atLeast(long least) {
        return new Days(least, OptionalLong.empty());
    }

    /** Whether every number of the other is one of these. */
    boolean holds(Days other) {
        return least <= other.least && other.last() <= last();
    }

    /** The upper bound, to compare with: nothing is above an open one. */
    long last() {
        return most.orElse(Long.MAX_VALUE);
    }
}
