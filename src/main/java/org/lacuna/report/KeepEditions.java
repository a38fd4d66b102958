package org.lacuna.report;

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
import org.lacuna.publication.editions.MakeEditions;
import org.lacuna.publication.editions.OrderDue;
import org.lacuna.shared.Background;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * When editions are made, and by whom. Quartz, which runs on nodes that crawl, reads the clocks of all reports once a
 * minute, on one node at a time, and orders what is due; a node that answers the public takes the order up.
 */
@ApplicationScoped
class KeepEditions {
    private static final Logger LOG = Logger.getLogger(KeepEditions.class);
    private static final int SECONDS = 5;
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);

    private final Reports reports;
    private final OrderDue due;
    private final MakeEditions make;
    private final RenderEditions render;
    private final ReportSettings settings;
    private final ThisProcess process;
    private final Clock clock;
    private Instant notBefore = Instant.EPOCH;
    private final ScheduledExecutorService timer = Background.timer("editions");

    KeepEditions(
            Reports reports,
            OrderDue due,
            MakeEditions make,
            RenderEditions render,
            ReportSettings settings,
            ThisProcess process,
            Clock clock) {
        this.reports = reports;
        this.due = due;
        this.make = make;
        this.render = render;
        this.settings = settings;
        this.process = process;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (settings.works() && process.plays(Role.PUBLIC)) {
            timer.scheduleWithFixedDelay(this::work, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    @Scheduled(
            identity = "editions-due",
            cron = "${lacuna.reports.clock:0 * * * * ?}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void order() {
        for (Report report : reports.all()) {
            if (due.order(report.id(), new Due(report.publish())::after)) {
                LOG.infof("an edition of %s is due", report.id());
            }
        }
    }

    private void work() {
        try {
            if (clock.instant().isBefore(notBefore)) {
                return;
            }
            // what is in doubt is kept from readers until it is counted again, so it comes first
            while (make.checkOne(render) || make.makeOne(render)) {
                LOG.debug("an edition is done");
            }
        } catch (RuntimeException failed) {
            // a timer that throws is never called again
            notBefore = clock.instant().plus(AFTER_A_FAILURE);
            LOG.errorf(
                    "an edition could not be made, the next try is in %d minutes: %s",
                    AFTER_A_FAILURE.toMinutes(), failed.getMessage());
        }
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }
}
