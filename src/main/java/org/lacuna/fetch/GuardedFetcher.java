package org.lacuna.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Fetches a page as a polite and suspicious visitor (HTTP/1.1, RFC 9112). Every hop's addresses are checked and the
 * connection goes to a checked one, through whatever exit; robots.txt, each host's pace and its wish to be left alone
 * are kept; nothing is read beyond the caps. What the world does comes back as a value. It keeps no cookie, and no URL
 * is ever logged.
 */
@ApplicationScoped
public class GuardedFetcher {
    private final FetchSettings settings;
    private final Clock clock;
    private final Turns turns;
    private final MeterRegistry meters;
    private final Exits exits;
    private final Redirects redirects;
    private final Robots robots;
    private final Courtesy courtesy;
    private final AddressGuard guard;
    private final Sender sender;

    GuardedFetcher(FetchSettings settings, NameResolver names, Turns turns, Clock clock, MeterRegistry meters) {
        AddressGuard guard =
                new AddressGuard(names, settings.ports(), settings.trustedAddresses(), AddressGuard::ofThisMachine);
        this.guard = guard;
        this.sender = new Sender(settings, guard, clock);
        this.settings = settings;
        this.clock = clock;
        this.turns = turns;
        this.meters = meters;
        this.exits = new Exits(settings, names, guard);
        this.redirects = new Redirects(exits, guard, settings.maxRedirects());
        this.robots = new Robots(settings, this::readRobots);
        this.courtesy = new Courtesy(settings, clock, turns);
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
                    url,
                    options.exit(),
                    options.validators(),
                    deadline,
                    settings.maxBody(),
                    false,
                    new PageGate(options, deadline));
            HttpResponse response = end.received().response();
            byte[] content = end.received().content();
            return Answer.received(
                    url,
                    end.answered(),
                    response.getCode(),
                    Wire.headers(response),
                    content,
                    new Answer.Exchange(
                            Wire.request(end.received().request()), Wire.head(response, content.length), content),
                    clock.instant(),
                    settings.maxBody(),
                    deadline);
        } catch (FetchFailure failed) {
            meters.counter("lacuna.fetch.failures", "reason", failed.reason().name())
                    .increment();
            return new NoAnswer(url, clock.instant(), failed.reason(), failed.getMessage());
        }
    }

    /**
     * Sends a message to an address that somebody gave us. The same guard stands before it; no redirect is followed, and
     * of the answer no more is read than the message allows. It asks no robots.txt and waits for no turn: whoever sends
     * must have been told that the address wants it, and must keep a pace.
     */
    public Posted post(Message message) {
        Posted posted = sender.send(message);
        if (posted instanceof NoAnswer none) {
            meters.counter("lacuna.fetch.failures", "reason", none.reason().name())
                    .increment();
        }
        return posted;
    }

    /** Why a URL would never be asked, whatever its host leads to: its scheme, user part, port or spelling. */
    public Optional<Objection> objection(URI url) {
        return Urls.objection(url, guard);
    }

    /**
     * The delay between two requests that the URL's host asks for in its robots.txt, as far as we know it by now; a
     * fetch keeps to it by itself. Zero if it asks for none, or we have not been there yet.
     */
    public Duration askedPace(URI url, Exit exit) {
        return url.getHost() == null ? Duration.ZERO : robots.pace(Urls.plain(url), exit);
    }

    /** Asks the page's robots.txt and waits for our turn at its host; a visit by browser passes here too. */
    void pass(URI url, FetchOptions options, Deadline deadline) throws FetchFailure {
        new PageGate(options, deadline).pass(url);
    }

    /** Forgets old turns and pauses at hosts, for a job that cleans up now and then; how many there were. */
    public int forgetOldTurns() {
        return turns.forget();
    }

    /** How many connections are in use now. */
    int connectionsInUse() {
        return exits.inUse();
    }

    private final class PageGate implements Redirects.Gate {
        private final FetchOptions options;
        private final Deadline deadline;

        PageGate(FetchOptions options, Deadline deadline) {
            this.options = options;
            this.deadline = deadline;
        }

        @Override
        public void pass(URI url) throws FetchFailure {
            courtesy.check(url.getHost(), options);
            Duration asked = robots.allow(url, options, deadline);
            Duration delay = longer(longer(settings.delay(), options.delay()), asked);
            courtesy.await(url.getHost(), options, delay, deadline);
        }

        @Override
        public void sending(URI url) {
            courtesy.sending(url.getHost());
        }

        @Override
        public void heard(URI url, HttpResponse response) {
            courtesy.heard(url.getHost(), options, response);
        }
    }

    private Hop.Received readRobots(URI url, FetchOptions options, Deadline deadline, int cap) throws FetchFailure {
        Redirects.Gate gate = new Redirects.Gate() {
            @Override
            public void pass(URI hopUrl) throws FetchFailure {
                courtesy.await(hopUrl.getHost(), options, settings.delay(), deadline);
            }

            @Override
            public void sending(URI hopUrl) {
                courtesy.sending(hopUrl.getHost());
            }

            @Override
            public void heard(URI hopUrl, HttpResponse response) {
                courtesy.heard(hopUrl.getHost(), options, response);
            }
        };
        return redirects
                .follow(url, options.exit(), Optional.empty(), deadline, cap, true, gate)
                .received();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @PreDestroy
    void close() throws IOException {
        exits.close();
        sender.close();
    }
}
