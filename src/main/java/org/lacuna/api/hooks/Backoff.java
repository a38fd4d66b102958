package org.lacuna.api.hooks;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: four times as long each time, a little more or less by chance. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final double JITTER = 0.2;

    /** After so many the longest is reached. */
    private static final int STEPS = 8;

    private Backoff() {}

    /** @param failures in a row, from 1 */
    static Duration after(int failures, RandomGenerator chance) {
        long millis = FIRST.toMillis() << (2 * Math.min(Math.max(failures, 1) - 1, STEPS));
        double part = 1 - JITTER + 2 * JITTER * chance.nextDouble();
        return Duration.ofMillis((long) (Math.min(millis, LONGEST.toMillis()) * part));
    }
}
