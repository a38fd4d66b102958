package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.SubjectId;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Platform;

/**
 * Looks at a platform's control out of turn, when checks are due and nobody has looked at it lately. One thread at a time
 * does so for each platform and vantage; the others wait for what it sees.
 */
@ApplicationScoped
class RefreshControl {
    private static final Logger LOG = Logger.getLogger(RefreshControl.class);

    private final Visit visit;
    private final Recorder recorder;
    private final Controls controls;
    private final WatchQueries watches;
    private final SeedWatches seeding;
    private final DefinitionWatch alerts;
    private final CrawlMeters meters;
    private final Map<String, Object> turns = new ConcurrentHashMap<>();

    RefreshControl(
            Visit visit,
            Recorder recorder,
            Controls controls,
            WatchQueries watches,
            SeedWatches seeding,
            DefinitionWatch alerts,
            CrawlMeters meters) {
        this.visit = visit;
        this.recorder = recorder;
        this.controls = controls;
        this.watches = watches;
        this.seeding = seeding;
        this.alerts = alerts;
        this.meters = meters;
    }

    void look(Platform platform, Vantages.Ready from, Duration pace, Optional<String> ownHost) {
        synchronized (turns.computeIfAbsent(platform.id() + " " + from.name(), key -> new Object())) {
            if (controls.state(platform, from.vantage()) == ControlState.UNKNOWN) {
                control(platform, from.vantage()).ifPresent(check -> lookAt(check, platform, from, pace, ownHost));
            }
        }
    }

    /** Passes on what a look at a control showed, once it is recorded. */
    void recorded(Done done) {
        controls.saw(
                done.platform(),
                done.vantage(),
                done.look().outcome(),
                done.look().seen());
        if (done.controlFailed()) {
            LOG.warnf(
                    "the control of %s is %s from %s, so nothing is concluded there: %s",
                    done.platform().id(),
                    done.look().outcome().word(),
                    done.vantage().word(),
                    done.look().why());
            meters.controlFailed(done.platform());
        }
        alerts.control(done);
    }

    private void lookAt(Check check, Platform platform, Vantages.Ready from, Duration pace, Optional<String> ownHost) {
        Look look = visit.look(new Visit.Asked(
                platform,
                platform.fetch().orElseThrow().pageOf(check.subject().subject()),
                from,
                pace,
                ownHost,
                check.last()));
        Done done = new Done(
                Optional.empty(), check, platform, from.vantage(), look, ControlState.ITSELF, Optional.empty());
        try {
            recorder.record(done).get();
            meters.done(platform, look.outcome());
            recorded(done);
        } catch (ExecutionException failed) {
            LOG.errorf("the control of %s is not recorded: %s", platform.id(), Kinds.of(failed.getCause()));
            meters.broken(platform);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a control was recorded");
        }
    }

    private Optional<Check> control(Platform platform, Vantage vantage) {
        return platform.control().flatMap(control -> {
            SubjectId subject = new SubjectId(platform.id(), control.id());
            return watches.control(subject, vantage).or(() -> {
                seeding.watchControl(platform);
                return watches.control(subject, vantage);
            });
        });
    }
}
