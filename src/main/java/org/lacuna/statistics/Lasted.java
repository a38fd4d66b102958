package org.lacuna.statistics;

import java.util.OptionalLong;

/**
 * How long something lasted, as far as it is known, in whole days. A member of this family is what a survival curve is
 * estimated from.
 */
public sealed interface Lasted {
    /** Where its end may lie. */
    Days end();

    /** The last day on which it was at risk for certain: it had not ended before, and was looked at. */
    long atRiskUntil();

    /** The last day on which it may have been at risk. */
    default long perhapsAtRiskUntil() {
        return atRiskUntil();
    }

    /** It came to an end, on one of these days (interval-censored, if there are several). */
    record Ended(Days end) implements Lasted {
        @Override
        public long atRiskUntil() {
            return end.least();
        }

        @Override
        public long perhapsAtRiskUntil() {
            return end.last();
        }
    }

    /**
     * It was there still after so many days, when it was looked at last (right-censored). An end on that very day would
     * have been known, so it lies behind it, as in the estimator of Kaplan and Meier.
     */
    record Lasting(long days) implements Lasted {
        public Lasting {
            if (days < 0) {
                throw new IllegalArgumentException("expected 0 days or more, found " + days);
            }
        }

        @Override
        public Days end() {
            return Days.atLeast(days + 1);
        }

        @Override
        public long atRiskUntil() {
            return days;
        }
    }

    /** Nobody knows whether it came to an end: it is counted, was there on its first day, and says nothing further. */
    record Unknown() implements Lasted {
        @Override
        public Days end() {
            return Days.atLeast(0);
        }

        @Override
        public long atRiskUntil() {
            return 0;
        }
    }

    /** It ended after so many days. */
    static Lasted ended(long days) {
        return new Ended(Days.between(days, days));
    }

    /** It ended after at least and at most so many days. */
    static Lasted ended(long least, OptionalLong most) {
        return new Ended(new Days(least, most));
    }

    /** It lasted for so many days and was there still. */
    static Lasted lasting(long days) {
        return new Lasting(days);
    }

    /** Nobody knows. */
    static Lasted unknown() {
        return new Unknown();
    }
}
