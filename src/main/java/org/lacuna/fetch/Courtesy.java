package org.lacuna.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Waits for our turn at a host, and stays away from one that asked for it. */
final class Courtesy {
    private final FetchSettings settings;
    private final Clock clock;
    private final Turns agreed;
    private final Politeness own = new Politeness();

    Courtesy(FetchSettings settings, Clock clock, Turns agreed) {
        this.settings = settings;
        this.clock = clock;
        this.agreed = agreed;
    }

    /** @throws FetchFailure ASKED_TO_WAIT if the host wants to be left alone now */
    void check(String host, FetchOptions options) throws FetchFailure {
        Duration left = agreed.pause(host, options.exit());
        if (!left.isZero()) {
            throw new FetchFailure(
                    NoAnswer.Reason.ASKED_TO_WAIT,
                    "the host asked to be left alone until "
                            + clock.instant().plus(left).truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /**
     * Waits until this host may be asked.
     *
     * @throws FetchFailure ASKED_TO_WAIT, or TIMED_OUT if too many are before us
     * @throws CancellationException if the thread is interrupted while it waits
     */
    void await(String host, FetchOptions options, Duration delay, Deadline deadline) throws FetchFailure {
        check(host, options);
        Duration wait = turn(host, options, delay);
        if (wait.isNegative()) {
            throw new FetchFailure(
                    NoAnswer.Reason.TIMED_OUT,
                    "expected our turn at this host within "
                            + settings.longestWait().toSeconds() + " s, and too many are before us");
        }
        if (wait.isZero()) {
            return;
        }
        try {
            Thread.sleep(wait.toMillis(), wait.toNanosPart() % 1_000_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a turn");
        }
        deadline.extend(wait);
        // somebody before us may have been asked to wait
        check(host, options);
    }

    /**
     * Somebody in this process may be alone at that host and ask nobody but this process for turns; so does whoever else
     * comes by, and asks everybody too.
     */
    private Duration turn(String host, FetchOptions options, Duration delay) {
        Duration here = own.take(host, delay, settings.longestWait());
        if (here.isNegative() || options.ownHost().filter(host::equals).isPresent()) {
            return here;
        }
        Duration everywhere = agreed.take(host, delay, settings.longestWait());
        return everywhere.isNegative() || everywhere.compareTo(here) > 0 ? everywhere : here;
    }

    /** The request for which we had our turn at this host is on its way. */
    void sending(String host) {
        own.used(host);
    }

    /** Keeps in mind that the host wants to be left alone, if it says so (RFC 9110 §10.2.3). */
    void heard(String host, FetchOptions options, HttpResponse response) {
        if (!RetryAfter.mayStandIn(response.getCode())) {
            return;
        }
        List<String> values = Arrays.stream(response.getHeaders("retry-after"))
                .map(Header::getValue)
                .filter(value -> value != null)
                .toList();
        RetryAfter.of(response.getCode(), values, clock.instant())
                .map(wish -> wish.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : wish)
                .filter(wish -> !wish.isZero())
                .ifPresent(wish -> agreed.pause(host, options.exit(), wish));
    }
}
