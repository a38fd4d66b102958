package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.lacuna.fetch.NoAnswer;
import org.lacuna.observation.ControlState;
import org.lacuna.platform.FetchPlan;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

/**
 * Does what is due in one lane, one check after the other: first the control, then the longest due. A failure of ours
 * ends one check, not the lane; what there is no time for stays due.
 */
@ApplicationScoped
class WorkLane {
    private static final Logger LOG = Logger.getLogger(WorkLane.class);
    private static final Duration NOT_WATCHED = Duration.ofDays(1);
    private static final Duration STOPPED = Duration.ofHours(1);

    private final Platforms platforms;
    private final Vantages vantages;
    private final LaneQueries lanes;
    private final WatchQueries watches;
    private final Visit visit;
    private final Recorder recorder;
    private final Rereading rereading;
    private final Controls controls;
    private final RefreshControl refresh;
    private final CrawlSettings settings;
    private final CrawlMeters meters;
    private final Clock clock;

    WorkLane(
            Platforms platforms,
            Vantages vantages,
            LaneQueries lanes,
            WatchQueries watches,
            Visit visit,
            Recorder recorder,
            Rereading rereading,
            Controls controls,
            RefreshControl refresh,
            CrawlSettings settings,
            CrawlMeters meters,
            Clock clock) {
        this.platforms = platforms;
        this.vantages = vantages;
        this.lanes = lanes;
        this.watches = watches;
        this.visit = visit;
        this.recorder = recorder;
        this.rereading = rereading;
        this.controls = controls;
        this.refresh = refresh;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /** The exchange is the recorder's by now: a lane that held a hundred of them would fill the memory. */
    private record Pending(Done done, Future<Optional<Judgement>> recorded) {}

    /**
     * Does the lane's checks and releases it.
     *
     * @return how many checks were recorded
     */
    int work(Lane lane) {
        // not by the clock of the day, which may jump
        long begun = System.nanoTime();
        long longest = settings.lease().dividedBy(2).toNanos();
        List<Check> inOrder = lane.checks().stream()
                .sorted(Comparator.comparing(check -> check.isControl() ? 0 : 1))
                .toList();
        List<Pending> pending = new ArrayList<>();
        Duration pause = Duration.ZERO;
        int done = 0;
        try {
            for (Check check : inOrder) {
                if (System.nanoTime() - begun >= longest
                        || Thread.currentThread().isInterrupted()) {
                    break;
                }
                Optional<Platform> platform = platforms
                        .find(check.subject().platform())
                        .filter(found -> found.fetch().isPresent());
                if (platform.isEmpty()) {
                    watches.putOff(check, NOT_WATCHED, "No definition says how to look at it.");
                    continue;
                }
                if (check.isControl() && !isItsControl(check, platform.get())) {
                    watches.drop(check);
                    continue;
                }
                if (stopped(platform.get())) {
                    // left due, it would stand before what others have on the same host
                    watches.putOff(check, STOPPED, "The operator has stopped all visits to this platform.");
                    continue;
                }
                pause = longer(pause, pace(platform.get()));
                Optional<Pending> made = make(lane, check, platform.get());
                if (made.flatMap(one -> one.done().look().failure())
                        .filter(NoAnswer.Reason.ASKED_TO_WAIT::equals)
                        .isPresent()) {
                    pause = longer(pause, settings.retry());
                }
                if (made.isPresent() && check.isControl()) {
                    // the others' looks lean on it, so it must stand in the record before them
                    done += await(made.get());
                } else {
                    made.ifPresent(pending::add);
                }
            }
        } finally {
            for (Pending one : pending) {
                done += await(one);
            }
            lanes.release(lane, pause);
        }
        return done;
    }

    /** All vantages together see to it that a host is not asked faster than its platform's definition says. */
    Duration pace(Platform platform) {
        return Duration.ofMinutes(1)
                .dividedBy(platform.fetch().orElseThrow().atMostPerMinute())
                .multipliedBy(vantages.all().size());
    }

    /** The definition may name another by now; what the old one shows must not be taken for the new one's state. */
    private static boolean isItsControl(Check check, Platform platform) {
        return platform.control()
                .filter(control -> control.id().equals(check.subject().subject()))
                .isPresent();
    }

    private boolean stopped(Platform platform) {
        return settings.stopped()
                .filter(stopped -> stopped.contains(platform.id()))
                .isPresent();
    }

    private Optional<Pending> make(Lane lane, Check due, Platform platform) {
        try {
            Check check = rereading.known(due, platform);
            if (check.due().plus(settings.late()).isBefore(clock.instant())) {
                meters.late(platform);
            }
            Vantages.Ready from = vantages.find(lane.vantage()).orElseThrow();
            URI page = page(platform.fetch().orElseThrow(), check);
            if (!WatchQueries.host(page).equals(lane.host())) {
                watches.move(check, page, lane.vantage());
                return Optional.empty();
            }
            if (!check.isControl() && controls.state(platform, lane.vantage()) == ControlState.UNKNOWN) {
                refresh.look(platform, from, pace(platform), Optional.of(lane.host()));
            }
            Look look = SameSubject.checked(
                    check,
                    visit.look(new Visit.Asked(
                            platform, page, from, pace(platform), Optional.of(lane.host()), check.last())));
            Done done = new Done(
                    Optional.of(lane),
                    check,
                    platform,
                    lane.vantage(),
                    look,
                    check.isControl() ? ControlState.ITSELF : controls.state(platform, lane.vantage()),
                    Optional.empty());
            return Optional.of(new Pending(done.withoutExchange(), recorder.record(done)));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError ours) {
            broken(platform, due, ours);
            return Optional.empty();
        }
    }

    /** By the platform's own number where it has such pages: a subject stays the same when its name changes. */
    private static URI page(FetchPlan plan, Check check) {
        return check.identity()
                .flatMap(plan::pageOfIdentity)
                .orElseGet(() -> plan.pageOf(check.subject().subject()));
    }

    private int await(Pending pending) {
        Done done = pending.done();
        try {
            Optional<Judgement> judgement = pending.recorded().get();
            if (judgement.isEmpty()) {
                LOG.warnf(
                        "check %d was done by somebody else when we were ready; ours is not recorded",
                        done.check().watch());
                meters.fencedOut(done.platform());
                return 0;
            }
            told(done, judgement.get());
            return 1;
        } catch (ExecutionException failed) {
            broken(done.platform(), done.check(), failed.getCause());
        } catch (CancellationException stopped) {
            LOG.debugf("check %d was stopped", done.check().watch());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void told(Done done, Judgement judgement) {
        meters.done(done.platform(), done.look().outcome());
        if (judgement.isChange()) {
            meters.confirmed(done.platform(), done.look().outcome());
        }
        if (done.check().isControl()) {
            refresh.recorded(done);
        }
    }

    /**
     * The page or the person behind it must not get into a log, so the message stays out; the kind of error, the number
     * of the check and the platform are what an operator needs.
     */
    private void broken(Platform platform, Check check, Throwable ours) {
        LOG.errorf("check %d of %s is not recorded: %s", check.watch(), platform.id(), Kinds.of(ours));
        meters.broken(platform);
        try {
            watches.putOff(check, settings.retry(), "The last check failed on our side; see the log.");
        } catch (RuntimeException noDatabase) {
            LOG.errorf("check %d stays due: %s", check.watch(), Kinds.of(noDatabase));
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
