package org.lacuna.crawl;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Reloaded;
import org.lacuna.shared.Background;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * Reads the operator's definitions again when their files have changed. Every process does so for itself: a clustered
 * job would reach one of them, and the others would go on with what they had.
 */
@ApplicationScoped
class ReloadDefinitions {
    private static final Logger LOG = Logger.getLogger(ReloadDefinitions.class);
    private static final int SECONDS = 30;

    private final ThisProcess process;
    private final CrawlSettings settings;
    private final Platforms platforms;
    private final SeedWatches seeding;
    private final ScheduledExecutorService timer = Background.timer("definitions");

    ReloadDefinitions(ThisProcess process, CrawlSettings settings, Platforms platforms, SeedWatches seeding) {
        this.process = process;
        this.settings = settings;
        this.platforms = platforms;
        this.seeding = seeding;
    }

    void start(@Observes StartupEvent started) {
        if (settings.scheduled() && process.playsAny()) {
            timer.scheduleWithFixedDelay(this::reload, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    void reload() {
        try {
            Reloaded reloaded = platforms.reloadIfChanged();
            if (reloaded.anything() && process.plays(Role.CRAWLER)) {
                // a new platform has a control that must be watched
                seeding.seed();
            }
        } catch (RuntimeException failed) {
            // a timer that throws is never called again
            LOG.errorf("the definitions could not be read again: %s", Kinds.of(failed));
        }
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }
}
