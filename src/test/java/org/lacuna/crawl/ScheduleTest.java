package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lacuna.evidence.RepairEvidence;
import org.lacuna.fetch.GuardedFetcher;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Watchlist;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/** What a node does by itself once it is up, for the roles it plays. */
class ScheduleTest {
    private final AtomicInteger seeded = new AtomicInteger();
    private final AtomicInteger clockStarted = new AtomicInteger();

    @Test
    void a_node_that_only_schedules_writes_the_watch_list_and_leaves_the_clock_to_those_who_crawl() {
        start(true, Role.SCHEDULER);
        assertThat(seeded).hasValue(1);
        assertThat(clockStarted).hasValue(0);
    }

    @Test
    void a_node_that_crawls_runs_the_clock() {
        start(true, Role.CRAWLER);
        assertThat(clockStarted).hasValue(1);
        assertThat(seeded).hasValue(0);
    }

    @Test
    void a_node_of_another_role_does_neither() {
        start(true, Role.PUBLIC, Role.DESK, Role.INTAKE);
        assertThat(seeded).hasValue(0);
        assertThat(clockStarted).hasValue(0);
    }

    @Test
    void where_nothing_is_to_be_done_by_itself_the_clock_stands() {
        start(false, Role.SCHEDULER, Role.CRAWLER);
        assertThat(seeded).hasValue(1);
        assertThat(clockStarted).hasValue(0);
    }

    private void start(boolean byItself, Role... roles) {
        CrawlSettings settings = answering(CrawlSettings.class, method -> {
            assertThat(method).isEqualTo("scheduled");
            return byItself;
        });
        Scheduler clock = answering(Scheduler.class, method -> {
            assertThat(method).isEqualTo("resume");
            return clockStarted.incrementAndGet();
        });
        new Schedule(
                        new ThisProcess(Set.of(roles)),
                        settings,
                        seeding(),
                        none(Dispatcher.class),
                        none(DefinitionWatch.class),
                        none(LaneQueries.class),
                        none(GuardedFetcher.class),
                        none(RepairEvidence.class))
                .start(new StartupEvent(), clock);
    }

    private SeedWatches seeding() {
        return new SeedWatches(
                none(Platforms.class),
                none(Watchlist.class),
                none(WatchQueries.class),
                none(Vantages.class),
                Clock.systemUTC()) {
            @Override
            void seed() {
                seeded.incrementAndGet();
            }
        };
    }

    /** What these tests never reach. */
    private static <T> T none(Class<T> type) {
        return type.cast(null);
    }

    private interface Answers {
        Object to(String method);
    }

    private static <T> T answering(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, given) -> method.getReturnType() == void.class
                        ? voidOf(answers.to(method.getName()))
                        : answers.to(method.getName())));
    }

    private static Object voidOf(Object ignored) {
        return null;
    }
}
