package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lacuna.observation.Conclusion;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.Observation;
import org.lacuna.observation.ObservationQueries;
import org.lacuna.observation.RecordObservation;
import org.lacuna.observation.Standing;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Platform;

/**
 * Writes down one check: the look, what the judge makes of it, and when the next is due, in one transaction. If the
 * lease has passed to somebody else in the meantime nothing is written, since they do the check too.
 */
@ApplicationScoped
class RecordCheck {
    private static final int MOST_LOOKS = 500;

    private final WatchQueries watches;
    private final RecordObservation recording;
    private final ObservationQueries observations;
    private final Rereading rereading;
    private final CrawlSettings settings;
    private final Judge judge;
    private final String engine;

    RecordCheck(
            WatchQueries watches,
            RecordObservation recording,
            ObservationQueries observations,
            Rereading rereading,
            CrawlSettings settings,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String engine) {
        this.watches = watches;
        this.recording = recording;
        this.observations = observations;
        this.rereading = rereading;
        this.settings = settings;
        this.judge = new Judge(settings.judgement());
        this.engine = engine;
    }

    /**
     * Records one check.
     *
     * @return what it amounts to, once that is recorded for good; empty, and nothing written, if the lease is no longer
     *     ours
     */
    @Transactional
    Optional<Judgement> record(Lease lease, Platform platform, Look look, Vantage vantage, ControlState control) {
        if (!watches.hold(lease)) {
            return Optional.empty();
        }
        Observation seen = new Observation(
                platform.id(),
                lease.subject(),
                look.url(),
                look.seen(),
                look.outcome(),
                look.rule(),
                look.why(),
                vantage,
                platform.digest(),
                engine,
                look.evidence(),
                control);
        recording.record(seen);
        Duration every = platform.fetch().orElseThrow().every();
        if (control == ControlState.ITSELF) {
            Judgement ofControl =
                    new Judgement.Nothing("The control is " + look.outcome().word() + ": " + look.why());
            watches.finish(lease, every, look.seen(), ofControl.reason());
            return Optional.of(ofControl);
        }
        Judgement judgement = judge(lease, platform, seen);
        if (judgement instanceof Judgement.Concluded concluded) {
            recording.record(concluded.conclusion(), lease.caseSlug());
        }
        Duration next = judgement instanceof Judgement.Pending pending
                        && pending.recheck().compareTo(every) < 0
                ? pending.recheck()
                : every;
        watches.finish(lease, next, look.seen(), judgement.reason());
        return Optional.of(judgement);
    }

    private Judgement judge(Lease lease, Platform platform, Observation seen) {
        List<Observation> looks = observations.recent(
                platform.id(),
                lease.subject(),
                seen.vantage(),
                seen.seen().minus(settings.judgement().memory()),
                MOST_LOOKS);
        Optional<Standing> standing = observations.standing(platform.id(), lease.subject(), seen.vantage());
        Judgement judgement = judge.judge(looks, standing);
        if (judgement instanceof Judgement.Concluded concluded
                && !standing.map(before -> rereading.bearsOut(before, platform)).orElse(true)) {
            return new Judgement.Concluded(
                    "The definition is new and does not read the last capture as before, so no change in the world is"
                            + " shown; what it reads stands from now on.",
                    new Conclusion(Optional.empty(), concluded.conclusion().agreeing()));
        }
        return judgement;
    }
}
