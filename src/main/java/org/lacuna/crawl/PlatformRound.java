package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.FetchPlan;
import org.lacuna.platform.Platform;

/**
 * Does the due checks of one platform, one after the other: first the control, unless it was seen lately, then the
 * subjects. A failure of ours ends one check, not the round.
 */
@ApplicationScoped
class PlatformRound {
    private static final Logger LOG = Logger.getLogger(PlatformRound.class);

    /** So many minutes' worth of checks are leased at once; the lease must outlast them with room to spare. */
    private static final int MINUTES = 3;

    private final WatchQueries watches;
    private final Visit visit;
    private final RecordCheck recording;
    private final Controls controls;
    private final CrawlSettings settings;
    private final CrawlMeters meters;
    private final Clock clock;
    private final Vantage vantage;
    private final String holder = UUID.randomUUID().toString();

    PlatformRound(
            WatchQueries watches,
            Visit visit,
            RecordCheck recording,
            Controls controls,
            CrawlSettings settings,
            CrawlMeters meters,
            Clock clock) {
        this.watches = watches;
        this.visit = visit;
        this.recording = recording;
        this.controls = controls;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.vantage = Vantage.direct(settings.country());
    }

    /**
     * Leases what is due and does it.
     *
     * @return how many checks were recorded
     */
    int work(Platform platform) {
        FetchPlan plan = platform.fetch().orElseThrow();
        Instant until = clock.instant().plus(settings.lease().dividedBy(2));
        List<Lease> leases = watches.lease(platform.id(), holder, plan.atMostPerMinute() * MINUTES, settings.lease());
        int done = 0;
        Deque<Lease> waiting = new ArrayDeque<>();
        for (Lease lease : leases) {
            if (lease.kind() == Lease.Kind.CONTROL) {
                done += check(platform, plan, lease);
            } else {
                waiting.add(lease);
            }
        }
        boolean tried = waiting.size() < leases.size();
        if (!tried && !waiting.isEmpty() && controls.state(platform, vantage) == ControlState.UNKNOWN) {
            done += refreshControl(platform, plan);
        }
        while (!waiting.isEmpty()
                && clock.instant().isBefore(until)
                && !Thread.currentThread().isInterrupted()) {
            done += check(platform, plan, waiting.poll());
        }
        waiting.forEach(watches::handBack);
        return done;
    }

    private int refreshControl(Platform platform, FetchPlan plan) {
        return platform.control()
                .flatMap(control -> watches.leaseControl(platform.id(), control.id(), holder, settings.lease()))
                .map(lease -> check(platform, plan, lease))
                .orElse(0);
    }

    private int check(Platform platform, FetchPlan plan, Lease lease) {
        try {
            if (lease.due().plus(settings.late()).isBefore(clock.instant())) {
                meters.late(platform);
            }
            URI page = plan.pageOf(lease.subject());
            Look look = visit.look(platform, page);
            ControlState control =
                    lease.kind() == Lease.Kind.CONTROL ? ControlState.ITSELF : controls.state(platform, vantage);
            Optional<Judgement> judgement = recording.record(lease, platform, look, vantage, control);
            if (judgement.isEmpty()) {
                LOG.warnf("check %d was done by somebody else when we were ready; ours is not recorded", lease.id());
                meters.fencedOut(platform);
                return 0;
            }
            meters.done(platform, look.outcome());
            judgement.filter(Judgement::isChange).ifPresent(change -> meters.confirmed(platform, look.outcome()));
            if (control == ControlState.ITSELF
                    && look.outcome() != platform.control().orElseThrow().says()) {
                LOG.warnf(
                        "the control of %s is %s, so nothing is concluded there: %s",
                        platform.id(), look.outcome().word(), look.why());
                meters.controlFailed(platform);
            }
            return 1;
        } catch (RuntimeException | StackOverflowError ours) {
            // the page or the person behind it must not get into a log, so the message stays out; the kind of error,
            // the number of the check and the platform are what an operator needs
            LOG.errorf("check %d of %s is not recorded: %s", lease.id(), platform.id(), kind(ours));
            meters.broken(platform);
            watches.giveBack(lease, settings.retry());
            return 0;
        }
    }

    private static String kind(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        return error.getClass().getName()
                + (trace.length == 0 ? "" : " at " + trace[0])
                + (error.getCause() == null ? "" : ", by " + kind(error.getCause()));
    }
}
