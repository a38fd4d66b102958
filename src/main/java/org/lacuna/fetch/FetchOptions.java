package org.lacuna.fetch;

import java.time.Duration;

/**
 * What one fetch asks for beyond the settings.
 *
 * @param delay the least time between two requests to this host; the longest of this, robots.txt and settings holds
 */
public record FetchOptions(Duration delay) {
    /** Nothing beyond the settings. */
    public static final FetchOptions USUAL = new FetchOptions(Duration.ZERO);

    public FetchOptions {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("expected a delay that is not negative, found " + delay);
        }
    }

    /** At most so many requests a minute to the host. */
    public static FetchOptions atMostPerMinute(int requests) {
        return new FetchOptions(Duration.ofMinutes(1).dividedBy(requests));
    }
}
