package org.lacuna.crawl;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * When what is done, and where. Nodes that schedule run Quartz, which keeps its clock in the database and gives each job
 * to one of them: they write down what is to be watched. Nodes that crawl look for themselves for what is due, since
 * Quartz could give that job to a node that does not crawl; leases keep them from doing anything twice.
 */
@ApplicationScoped
class Schedule {
    private static final Logger LOG = Logger.getLogger(Schedule.class);

    private final ThisProcess process;
    private final CrawlSettings settings;
    private final SeedWatches seeding;
    private final Dispatcher dispatcher;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "crawl-dispatch");
        thread.setDaemon(true);
        return thread;
    });

    Schedule(ThisProcess process, CrawlSettings settings, SeedWatches seeding, Dispatcher dispatcher) {
        this.process = process;
        this.settings = settings;
        this.seeding = seeding;
        this.dispatcher = dispatcher;
    }

    void start(@Observes StartupEvent started, Scheduler clock) {
        if (process.plays(Role.SCHEDULER)) {
            seeding.seed();
            if (settings.scheduled()) {
                clock.resume();
            }
        }
        if (process.plays(Role.CRAWLER) && settings.scheduled()) {
            long pause = settings.dispatchEvery().toMillis();
            looking.scheduleWithFixedDelay(this::look, 0, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** Again and again, because a database brought back from a backup may know less than the watch list. */
    @Scheduled(identity = "crawl-seed", every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void seed() {
        seeding.seed();
    }

    private void look() {
        try {
            dispatcher.dispatch();
        } catch (RuntimeException failed) {
            // Thrown on, it would end all further looks.
            LOG.errorf("nothing was dispatched: %s", failed.getClass().getName());
        }
    }

    @PreDestroy
    void close() {
        looking.shutdownNow();
    }
}
