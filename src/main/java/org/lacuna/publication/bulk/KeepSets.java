package org.lacuna.publication.bulk;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.lacuna.shared.Background;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * When sets are made, and by whom. Quartz, which runs on nodes that crawl, orders one a night; a node that answers the
 * public takes the order up, because it has the key and the folder, and a node that crawls should have neither.
 */
@ApplicationScoped
class KeepSets {
    private static final Logger LOG = Logger.getLogger(KeepSets.class);
    private static final int SECONDS = 5;
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);

    private final BulkSets sets;
    private final BulkSettings settings;
    private final ThisProcess process;
    private final Clock clock;
    private Instant notBefore = Instant.EPOCH;
    private final ScheduledExecutorService timer = Background.timer("bulk-files");

    KeepSets(BulkSets sets, BulkSettings settings, ThisProcess process, Clock clock) {
        this.sets = sets;
        this.settings = settings;
        this.process = process;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (settings.works() && process.plays(Role.PUBLIC)) {
            timer.scheduleWithFixedDelay(this::tidy, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    @Scheduled(
            identity = "bulk-order",
            cron = "${lacuna.bulk.at:0 30 2 * * ?}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void order() {
        sets.order();
    }

    private void tidy() {
        try {
            sets.drop();
            if (!clock.instant().isBefore(notBefore)) {
                sets.tidy();
            }
        } catch (RuntimeException failed) {
            // a timer that throws is never called again
            notBefore = clock.instant().plus(AFTER_A_FAILURE);
            LOG.errorf(
                    "bulk files could not be kept up, the next try is in %d minutes: %s",
                    AFTER_A_FAILURE.toMinutes(), failed.getMessage());
        }
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }
}
