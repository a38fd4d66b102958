package org.lacuna.fetch;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What one fetch asks for beyond the settings.
 *
 * @param delay the least time between two requests to this host; the longest of this, robots.txt and settings holds
 * @param exit how the request leaves
 * @param validators of the version we have; an answer of status 304 then says that it is still the same
 * @param ownHost the one host that the caller alone asks at the moment, on all nodes, because it holds a lease: its
 *     turns are kept in memory. Turns at every other host are agreed with the other nodes
 */
public record FetchOptions(Duration delay, Exit exit, Optional<Validators> validators, Optional<String> ownHost) {
    /** Nothing beyond the settings. */
    public static final FetchOptions USUAL =
            new FetchOptions(Duration.ZERO, Exit.DIRECT, Optional.empty(), Optional.empty());

    public FetchOptions {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("expected a delay that is not negative, found " + delay);
        }
        ownHost = ownHost.map(host -> host.toLowerCase(Locale.ROOT));
    }

    /** At most so many requests a minute to the host. */
    public static FetchOptions atMostPerMinute(int requests) {
        return new FetchOptions(
                Duration.ofMinutes(1).dividedBy(requests), Exit.DIRECT, Optional.empty(), Optional.empty());
    }

    /** The same, leaving this way. */
    public FetchOptions through(Exit exit) {
        return new FetchOptions(delay, exit, validators, ownHost);
    }

    /** The same, asking for an answer only if it differs from the version we have; sent with the first request only. */
    public FetchOptions ifChanged(Validators validators) {
        return new FetchOptions(delay, exit, Optional.of(validators), ownHost);
    }

    /** The same, by a caller that alone asks this host at the moment. */
    public FetchOptions owning(String host) {
        return new FetchOptions(delay, exit, validators, Optional.of(host));
    }
}
