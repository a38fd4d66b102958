package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.ObservationQueries;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * Tells whether a platform's control looked as it must, from a vantage and lately. What is known is remembered for a
 * moment, since every check asks.
 */
@ApplicationScoped
class Controls {
    private static final long REMEMBERED_SECONDS = 5;

    private final ObservationQueries observations;
    private final CrawlSettings settings;
    private final Clock clock;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    Controls(ObservationQueries observations, CrawlSettings settings, Clock clock) {
        this.observations = observations;
        this.settings = settings;
        this.clock = clock;
    }

    /** A control read with another definition says nothing about this one. */
    private record Key(String platform, Vantage vantage, Digest definition) {}

    private record Known(ControlState state, Instant seen, Instant asked) {}

    ControlState state(Platform platform, Vantage vantage) {
        if (platform.control().isEmpty()) {
            return ControlState.NONE;
        }
        Key key = new Key(platform.id(), vantage, platform.digest());
        Instant now = clock.instant();
        Known last = known.get(key);
        if (last == null || stale(last, now)) {
            last = ask(platform, vantage, now);
            known.put(key, last);
        }
        return last.state();
    }

    /** What a look at the control showed that is recorded by now. */
    void saw(Platform platform, Vantage vantage, Outcome outcome, Instant seen) {
        platform.control()
                .ifPresent(control -> known.put(
                        new Key(platform.id(), vantage, platform.digest()),
                        new Known(state(control.says(), outcome), seen, clock.instant())));
    }

    private boolean stale(Known last, Instant now) {
        boolean alive = last.state() == ControlState.ALIVE
                && !last.seen().plus(settings.controlWindow()).isBefore(now)
                && !last.seen().isAfter(now);
        return !alive
                && (last.asked().plusSeconds(REMEMBERED_SECONDS).isBefore(now)
                        || last.asked().isAfter(now));
    }

    private Known ask(Platform platform, Vantage vantage, Instant now) {
        return platform.control()
                .flatMap(control -> observations
                        .latestControl(platform.id(), control.id(), vantage, now.minus(settings.controlWindow()))
                        .filter(seen -> seen.definition().equals(platform.digest()))
                        .map(seen -> new Known(state(control.says(), seen.outcome()), seen.seen(), now)))
                .or(() -> Optional.of(new Known(ControlState.UNKNOWN, now, now)))
                .orElseThrow();
    }

    private static ControlState state(Outcome must, Outcome saw) {
        return must == saw ? ControlState.ALIVE : ControlState.FAILED;
    }
}
