package org.lacuna.crawl;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.observation.Vantage;
import org.lacuna.shared.Background;

/**
 * Keeps this node busy: leases as many lanes as it has hands for, and others whenever one is done, until nothing is due.
 */
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** Checks that come with a lane. A lane with more is leased again. */
    private static final int FROM_ONE_LANE = 100;

    /** Lanes leased at once, so that a node that has just woken up leaves some to the others. */
    private static final int AT_ONCE = 16;

    /** Three looks over six hours mean nothing if one of them is dated a day too late. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final LaneQueries lanes;
    private final WorkLane work;
    private final EvidenceStore evidence;
    private final Vantages vantages;
    private final CrawlSettings settings;
    private final CrawlMeters meters;
    private final Clock clock;
    private final ThreadPoolExecutor workers;
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ReentrantLock leasing = new ReentrantLock();
    private final String holder = UUID.randomUUID().toString();

    Dispatcher(
            LaneQueries lanes,
            WorkLane work,
            EvidenceStore evidence,
            Vantages vantages,
            CrawlSettings settings,
            CrawlMeters meters,
            Clock clock) {
        this.lanes = lanes;
        this.work = work;
        this.evidence = evidence;
        this.vantages = vantages;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.workers =
                (ThreadPoolExecutor) Executors.newFixedThreadPool(settings.workers(), Background.threads("crawl"));
    }

    /** Begins whatever is due and there are hands for, and waits for none of it. */
    void dispatch() {
        wanted.set(true);
        // one thread at a time leases; whoever finds another inside has left word that it must look again
        while (wanted.get() && leasing.tryLock()) {
            try {
                while (wanted.getAndSet(false)) {
                    leaseWhileHandsAreFree();
                }
            } finally {
                leasing.unlock();
            }
        }
    }

    private void leaseWhileHandsAreFree() {
        int free = ready() ? hands() : 0;
        while (free > 0 && !workers.isShutdown()) {
            List<Lane> leased = lease(free);
            leased.forEach(this::begin);
            free = leased.size() < free ? 0 : hands();
        }
    }

    private boolean ready() {
        if (evidence.refusing() && !evidence.tryAgain()) {
            // what cannot be kept must not even be asked for
            return false;
        }
        Duration off = Duration.between(lanes.now(), clock.instant());
        if (off.abs().compareTo(CLOCKS_APART) > 0) {
            LOG.errorf(
                    "this node's clock is %d minutes off the database's, and looks must be dated right: nothing is asked"
                            + " until they agree within %d",
                    off.toMinutes(), CLOCKS_APART.toMinutes());
            return false;
        }
        return true;
    }

    private int hands() {
        return Math.min(AT_ONCE, settings.workers() - busy.get());
    }

    /** Does whatever is due, here and now; how many checks were recorded. */
    int workAll() {
        int done = 0;
        for (List<Lane> leased = lease(AT_ONCE); !leased.isEmpty(); leased = lease(AT_ONCE)) {
            for (Lane lane : leased) {
                done += work.work(lane);
            }
        }
        return done;
    }

    private List<Lane> lease(int most) {
        List<Vantage> from =
                vantages.all().stream().map(Vantages.Ready::vantage).toList();
        return meters.leasing(() -> lanes.lease(holder, from, most, FROM_ONE_LANE, settings.lease()));
    }

    private void begin(Lane lane) {
        busy.incrementAndGet();
        workers.execute(() -> {
            try {
                work.work(lane);
            } catch (RuntimeException failed) {
                LOG.errorf("a lane was left early: %s", Kinds.of(failed));
            } finally {
                busy.decrementAndGet();
            }
            again();
        });
    }

    private void again() {
        try {
            dispatch();
        } catch (RuntimeException noDatabase) {
            LOG.errorf("nothing could be leased: %s", Kinds.of(noDatabase));
        }
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
