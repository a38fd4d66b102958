package org.lacuna.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Fetches a page that says nothing before its scripts have run: shows it in a Chromium of its own and reads the document
 * that results. Addresses, robots.txt and pace are those of {@link GuardedFetcher}; time, memory and traffic are capped.
 * A visit leaves no process, no cookie and no file behind. What the world does comes back as a value.
 */
@ApplicationScoped
public class BrowserFetcher {
    private static final Logger LOG = Logger.getLogger(BrowserFetcher.class);

    private final FetchSettings settings;
    private final BrowserSettings browser;
    private final GuardedFetcher fetcher;
    private final AddressGuard guard;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Semaphore places;
    private final AtomicBoolean missingSaid = new AtomicBoolean();
    private final AtomicBoolean rootSaid = new AtomicBoolean();

    BrowserFetcher(
            FetchSettings settings,
            BrowserSettings browser,
            GuardedFetcher fetcher,
            NameResolver names,
            Clock clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.browser = browser;
        this.fetcher = fetcher;
        this.guard =
                new AddressGuard(names, settings.ports(), settings.trustedAddresses(), AddressGuard::ofThisMachine);
        this.clock = clock;
        this.meters = meters;
        this.places = new Semaphore(browser.atOnce(), true);
    }

    /**
     * Shows a page and reads it, waiting for our turn at its host. The body of an answer is the document in UTF-8 after
     * its scripts have run; status, headers and address are those of the page itself, and {@code lacuna-rendered} names
     * the browser.
     *
     * @throws CancellationException if the thread is interrupted while it waits
     */
    public Fetched fetch(URI url, FetchOptions options) {
        try {
            if (options.exit().kind() != Exit.Kind.DIRECT) {
                throw new FetchFailure(
                        NoAnswer.Reason.BROWSER_FAILED,
                        "expected a vantage without a proxy: the browser leaves from here, and what it saw would be"
                                + " taken for what is seen from there");
            }
            URI first = Urls.checked(url, guard);
            BrowserPrograms programs = programs();
            takePlace();
            try {
                return visit(url, first, options, programs);
            } finally {
                places.release();
            }
        } catch (FetchFailure failed) {
            meters.counter("lacuna.fetch.failures", "reason", failed.reason().name())
                    .increment();
            return new NoAnswer(url, clock.instant(), failed.reason(), failed.getMessage());
        }
    }

    private Answer visit(URI asked, URI first, FetchOptions options, BrowserPrograms programs) throws FetchFailure {
        Deadline deadline = new Deadline(browser.total());
        Redirects.Gate gate = url -> pass(Urls.checked(url, guard), options, deadline);
        gate.pass(first);
        try (FilteringProxy proxy = new FilteringProxy(
                        guard, new ProxyMeter(browser.maxTraffic(), browser.maxConnections()), settings.silence());
                BrowserVisit visit = new BrowserVisit(proxy, browser, deadline)) {
            BrowserVisit.Rendered shown = visit.show(
                    programs,
                    sandbox(),
                    first,
                    Clients.identity(settings),
                    gate,
                    settings.maxRedirects(),
                    settings.maxBody());
            return BrowserAnswer.of(asked, shown, clock.instant(), settings.maxBody());
        } catch (IOException ours) {
            throw new FetchFailure(
                    NoAnswer.Reason.BROWSER_FAILED, "expected a folder and a port for the browser, and there was none");
        }
    }

    private void pass(URI url, FetchOptions options, Deadline deadline) throws FetchFailure {
        try {
            // asked again by the proxy, which connects to what it has checked; here it gives the reason a name
            guard.resolve(url.getHost(), Urls.port(url));
        } catch (IOException refused) {
            throw Failures.of(refused);
        }
        fetcher.pass(url, options, deadline);
    }

    private BrowserPrograms programs() throws FetchFailure {
        try {
            return BrowserPrograms.find(browser, System.getenv().getOrDefault("PATH", ""));
        } catch (FetchFailure missing) {
            if (missingSaid.compareAndSet(false, true)) {
                LOG.warnf("pages that need a browser end without an answer here: %s", missing.getMessage());
            }
            throw missing;
        }
    }

    private void takePlace() throws FetchFailure {
        try {
            if (!places.tryAcquire(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FetchFailure(
                        NoAnswer.Reason.TIMED_OUT,
                        "expected a browser to be free within "
                                + settings.longestWait().toSeconds() + " s, and too many visits are before us");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a browser");
        }
    }

    /** Chromium refuses to build its sandbox as root; nobody else goes without. */
    private boolean sandbox() {
        try {
            boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
            if (root && rootSaid.compareAndSet(false, true)) {
                LOG.warn("the browser runs as root and so without its sandbox; run this process as a user of its own");
            }
            return !root;
        } catch (IOException unknown) {
            return true;
        }
    }
}
