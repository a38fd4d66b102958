package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.Observation;
import org.lacuna.observation.ObservationQueries;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Platform;

/** Tells whether a platform's control looked as it must, from here and lately. */
@ApplicationScoped
class Controls {
    private final ObservationQueries observations;
    private final CrawlSettings settings;
    private final Clock clock;

    Controls(ObservationQueries observations, CrawlSettings settings, Clock clock) {
        this.observations = observations;
        this.settings = settings;
        this.clock = clock;
    }

    ControlState state(Platform platform, Vantage vantage) {
        return platform.control()
                .map(control -> {
                    Optional<Observation> latest = observations.latestControl(
                            platform.id(),
                            control.id(),
                            vantage,
                            clock.instant().minus(settings.controlWindow()));
                    return latest
                            // a control read with another definition says nothing about this one
                            .filter(seen -> seen.definition().equals(platform.digest()))
                            .map(seen -> seen.outcome() == control.says() ? ControlState.ALIVE : ControlState.FAILED)
                            .orElse(ControlState.UNKNOWN);
                })
                .orElse(ControlState.NONE);
    }
}
