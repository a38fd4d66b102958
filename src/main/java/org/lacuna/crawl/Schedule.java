package org.lacuna.crawl;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.lacuna.evidence.RepairEvidence;
import org.lacuna.fetch.GuardedFetcher;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * When what is done, and where. A node that schedules writes down at its start what is to be watched. Nodes that crawl run
 * Quartz, which keeps its clock in the database and gives each tick to one of them; nobody else runs it, or a tick could
 * go to a node that does not crawl and be lost there. What a node leases at its tick is its own, the rest is left to the
 * next.
 */
@ApplicationScoped
class Schedule {
    private final ThisProcess process;
    private final CrawlSettings settings;
    private final SeedWatches seeding;
    private final Dispatcher dispatcher;
    private final DefinitionWatch definitions;
    private final LaneQueries lanes;
    private final GuardedFetcher fetcher;
    private final RepairEvidence repair;

    Schedule(
            ThisProcess process,
            CrawlSettings settings,
            SeedWatches seeding,
            Dispatcher dispatcher,
            DefinitionWatch definitions,
            LaneQueries lanes,
            GuardedFetcher fetcher,
            RepairEvidence repair) {
        this.process = process;
        this.settings = settings;
        this.seeding = seeding;
        this.dispatcher = dispatcher;
        this.definitions = definitions;
        this.lanes = lanes;
        this.fetcher = fetcher;
        this.repair = repair;
    }

    void start(@Observes StartupEvent started, Scheduler clock) {
        if (process.plays(Role.SCHEDULER)) {
            seeding.seed();
        }
        if (process.plays(Role.CRAWLER) && settings.scheduled()) {
            clock.resume();
        }
    }

    @Scheduled(
            identity = "crawl-dispatch",
            every = "${lacuna.crawl.dispatch-every:10s}",
            delayed = "3s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void dispatch() {
        dispatcher.dispatch();
    }

    /** Again and again, because a database brought back from a backup may know less than the watch list. */
    @Scheduled(identity = "crawl-seed", every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void seed() {
        seeding.seed();
    }

    /** What is due, and which definitions are suspect. */
    @Scheduled(identity = "crawl-count", every = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        definitions.count();
    }

    /** What nobody needs any more. */
    @Scheduled(identity = "crawl-clean-up", every = "6h", concurrentExecution = ConcurrentExecution.SKIP)
    void cleanUp() {
        lanes.dropEmpty();
        repair.repair();
        fetcher.forgetOldTurns();
    }
}
