package org.lacuna.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Fetches a page as a polite and suspicious visitor (HTTP/1.1, RFC 9112). Every hop's addresses are checked and the
 * connection goes to a checked one; robots.txt and each host's pace are kept; nothing is read beyond the caps. What the
 * world does comes back as a value. It keeps no cookie, and no URL is ever logged.
 */
@ApplicationScoped
public class GuardedFetcher {
    private final FetchSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Hop hop;
    private final Redirects redirects;
    private final Robots robots;
    private final Politeness politeness = new Politeness();

    GuardedFetcher(FetchSettings settings, NameResolver names, Clock clock, MeterRegistry meters) {
        AddressGuard guard =
                new AddressGuard(names, settings.ports(), settings.trustedAddresses(), AddressGuard::ofThisMachine);
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.hop = new Hop(Clients.client(settings, guard));
        this.redirects = new Redirects(hop, guard, settings.maxRedirects());
        this.robots = new Robots(settings, this::readRobots);
    }

    /** Fetches with nothing asked beyond the settings. */
    public Fetched fetch(URI url) {
        return fetch(url, FetchOptions.USUAL);
    }

    /**
     * Fetches a URL, waiting for our turn at its host.
     *
     * @throws CancellationException if the thread is interrupted while it waits
     */
    public Fetched fetch(URI url, FetchOptions options) {
        Deadline deadline = new Deadline(settings.total());
        try {
            Redirects.Followed end = redirects.follow(
                    url, deadline, settings.maxBody(), false, hopUrl -> pass(hopUrl, options, deadline));
            HttpResponse response = end.received().response();
            return Answer.received(
                    url,
                    end.answered(),
                    response.getCode(),
                    Wire.headers(response),
                    end.received().content(),
                    new Answer.Exchange(
                            Wire.request(end.received().request()),
                            Wire.response(response, end.received().content())),
                    clock.instant(),
                    settings.maxBody());
        } catch (FetchFailure failed) {
            meters.counter("lacuna.fetch.failures", "reason", failed.reason().name())
                    .increment();
            return new NoAnswer(url, clock.instant(), failed.reason(), failed.getMessage());
        }
    }

    private void pass(URI url, FetchOptions options, Deadline deadline) throws FetchFailure {
        Duration asked = robots.allow(url, deadline);
        waitForTurn(url, longest(List.of(settings.delay(), options.delay(), asked)), deadline);
    }

    private Hop.Received readRobots(URI url, Deadline deadline, int cap) throws FetchFailure {
        return redirects
                .follow(url, deadline, cap, true, hopUrl -> waitForTurn(hopUrl, settings.delay(), deadline))
                .received();
    }

    private void waitForTurn(URI url, Duration delay, Deadline deadline) throws FetchFailure {
        Duration wait = politeness.take(url.getHost(), delay, settings.longestWait());
        if (wait.isNegative()) {
            throw new FetchFailure(
                    NoAnswer.Reason.TIMED_OUT,
                    "expected our turn at this host within "
                            + settings.longestWait().toSeconds() + " s, and too many are before us");
        }
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a turn");
        }
        deadline.extend(wait);
    }

    private static Duration longest(List<Duration> delays) {
        return delays.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    @PreDestroy
    void close() throws IOException {
        hop.close();
    }
}
