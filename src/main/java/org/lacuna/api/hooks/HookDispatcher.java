package org.lacuna.api.hooks;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.lacuna.shared.Background;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * Serves subscriptions in several lanes, on as many nodes as there are: each is leased from the database. Subscriptions
 * whose last message failed never get more than half of the lanes, so targets that hang keep nobody else waiting.
 */
@ApplicationScoped
class HookDispatcher {
    private static final Logger LOG = Logger.getLogger(HookDispatcher.class);
    private static final long CLEANS_EVERY_MINUTES = 10;

    private final LeaseQueries leases;
    private final HookQueries hooks;
    private final Secrets secrets;
    private final Handshake handshake;
    private final Deliver deliver;
    private final HookSettings settings;
    private final ExecutorService lanes;
    private final ScheduledExecutorService timer;
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger doubtful = new AtomicInteger();

    HookDispatcher(
            LeaseQueries leases,
            HookQueries hooks,
            Secrets secrets,
            Handshake handshake,
            Deliver deliver,
            HookSettings settings) {
        this.leases = leases;
        this.hooks = hooks;
        this.secrets = secrets;
        this.handshake = handshake;
        this.deliver = deliver;
        this.settings = settings;
        this.lanes = Executors.newFixedThreadPool(settings.lanes(), Background.threads("webhook"));
        this.timer = Background.timer("webhook-timer");
    }

    void start(@Observes StartupEvent started, ThisProcess process) {
        if (settings.scheduled() && process.plays(Role.SCHEDULER)) {
            long every = settings.every().toMillis();
            timer.scheduleWithFixedDelay(this::dispatch, every, every, TimeUnit.MILLISECONDS);
            timer.scheduleWithFixedDelay(this::forget, 1, CLEANS_EVERY_MINUTES, TimeUnit.MINUTES);
        }
    }

    /** Begins whatever is due and there are lanes for, and waits for none of it; one thread at a time. */
    void dispatch() {
        try {
            begin(leases.lease(free(), false, settings.atOneHost(), settings.lease()));
            int most = Math.min(free(), Math.max(1, settings.lanes() / 2) - doubtful.get());
            if (most > 0) {
                begin(leases.lease(most, true, settings.atOneHost(), settings.lease()));
            }
        } catch (RuntimeException noDatabase) {
            LOG.errorf("no webhook could be leased: %s", noDatabase.getClass().getName());
        }
    }

    /** A new sign-up is doubtful too: nobody has seen its target answer. */
    private static boolean doubtful(LeaseQueries.Lease lease) {
        return lease.failures() > 0 || lease.hook().state() == HookState.UNVERIFIED;
    }

    private int free() {
        return settings.lanes() - busy.get();
    }

    private void begin(List<LeaseQueries.Lease> leased) {
        for (LeaseQueries.Lease lease : leased) {
            busy.incrementAndGet();
            doubtful.addAndGet(doubtful(lease) ? 1 : 0);
            lanes.execute(() -> {
                try {
                    serve(lease);
                } finally {
                    busy.decrementAndGet();
                    doubtful.addAndGet(doubtful(lease) ? -1 : 0);
                }
            });
        }
    }

    /** Does whatever is due, here and now; how many subscriptions were served. */
    int workAll() {
        int served = 0;
        for (List<LeaseQueries.Lease> leased = leaseAll(); !leased.isEmpty(); leased = leaseAll()) {
            leased.forEach(this::serve);
            served += leased.size();
        }
        return served;
    }

    private List<LeaseQueries.Lease> leaseAll() {
        return leases.lease(settings.lanes(), true, settings.atOneHost(), settings.lease());
    }

    /** What goes wrong here is ours: the lease ends by itself, and the log names neither target nor secret. */
    private void serve(LeaseQueries.Lease lease) {
        try {
            List<byte[]> opened = lease.secrets().stream()
                    .map(closed -> secrets.open(lease.hook().id(), closed))
                    .toList();
            if (lease.hook().state() == HookState.UNVERIFIED) {
                handshake.ask(lease, opened);
            } else {
                deliver.serve(lease, opened);
            }
        } catch (RuntimeException failed) {
            LOG.errorf(
                    "webhook %s was left early: %s",
                    lease.hook().id(), failed.getClass().getName());
        }
    }

    void forget() {
        try {
            hooks.forget(settings.unverified(), settings.listed());
        } catch (RuntimeException noDatabase) {
            LOG.errorf(
                    "old webhooks could not be forgotten: %s",
                    noDatabase.getClass().getName());
        }
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        lanes.shutdownNow();
    }
}
