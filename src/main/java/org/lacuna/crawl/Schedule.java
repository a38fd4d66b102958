package org.lacuna.crawl;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.lacuna.shared.ThisProcess;

/**
 * Starts the clock on nodes that crawl, and dispatches at its ticks. Quartz keeps its clock in the database and gives
 * each tick to one of the nodes that run it; what that node leases is its own, the rest is left to the next tick.
 */
@ApplicationScoped
class Schedule {
    private final ThisProcess process;
    private final CrawlSettings settings;
    private final SeedWatches seeding;
    private final Dispatcher dispatcher;

    Schedule(ThisProcess process, CrawlSettings settings, SeedWatches seeding, Dispatcher dispatcher) {
        this.process = process;
        this.settings = settings;
        this.seeding = seeding;
        this.dispatcher = dispatcher;
    }

    void start(@Observes StartupEvent started, Scheduler clock) {
        if (crawls()) {
            seeding.seed();
            if (settings.scheduled()) {
                clock.resume();
            }
        }
    }

    @Scheduled(
            identity = "crawl-dispatch",
            every = "${lacuna.crawl.dispatch-every:30s}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        // another role may run the same clock; its ticks are not for crawling
        if (crawls()) {
            dispatcher.dispatch();
        }
    }

    private boolean crawls() {
        return process.plays("crawler");
    }
}
