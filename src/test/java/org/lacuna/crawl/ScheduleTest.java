package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Watchlist;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/** What a node does by itself once it is up, for the roles it plays. */
class ScheduleTest {
    private static final int LOOKS = 3;

    private final AtomicInteger seeded = new AtomicInteger();
    private final AtomicInteger clockStarted = new AtomicInteger();
    private final List<Schedule> started = new ArrayList<>();
    private final CountDownLatch looks = new CountDownLatch(LOOKS);

    @Test
    void a_node_that_only_schedules_starts_the_clock_and_leaves_the_checks_to_others() throws InterruptedException {
        start(true, Role.SCHEDULER);
        assertThat(seeded).hasValue(1);
        assertThat(clockStarted).hasValue(1);
        assertThat(looks.await(100, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(looks.getCount()).isEqualTo(LOOKS);
    }

    @Test
    void a_node_that_only_crawls_works_without_the_clock_and_survives_a_look_that_fails() throws InterruptedException {
        start(true, Role.CRAWLER);
        assertThat(looks.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(clockStarted).hasValue(0);
        assertThat(seeded).hasValue(0);
    }

    @Test
    void a_node_of_another_role_does_neither() throws InterruptedException {
        start(true, Role.PUBLIC, Role.DESK, Role.INTAKE);
        assertThat(looks.await(100, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(looks.getCount()).isEqualTo(LOOKS);
        assertThat(seeded).hasValue(0);
        assertThat(clockStarted).hasValue(0);
    }

    @Test
    void where_nothing_is_to_be_done_by_itself_the_clock_stands() throws InterruptedException {
        start(false, Role.SCHEDULER, Role.CRAWLER);
        assertThat(looks.await(100, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(looks.getCount()).isEqualTo(LOOKS);
        assertThat(clockStarted).hasValue(0);
    }

    private void start(boolean byItself, Role... roles) {
        CrawlSettings settings = answering(CrawlSettings.class, method -> switch (method) {
            case "scheduled" -> byItself;
            case "dispatchEvery" -> Duration.ofMillis(1);
            case "workers" -> 1;
            default -> throw new IllegalArgumentException(method);
        });
        Scheduler clock = answering(Scheduler.class, method -> {
            assertThat(method).isEqualTo("resume");
            return clockStarted.incrementAndGet();
        });
        Schedule schedule = new Schedule(new ThisProcess(Set.of(roles)), settings, seeding(), dispatcher(settings));
        schedule.start(new StartupEvent(), clock);
        started.add(schedule);
    }

    @AfterEach
    void close() {
        started.forEach(Schedule::close);
    }

    private SeedWatches seeding() {
        return new SeedWatches(
                none(Platforms.class), none(Watchlist.class), none(WatchQueries.class), Clock.systemUTC()) {
            @Override
            void seed() {
                seeded.incrementAndGet();
            }
        };
    }

    private Dispatcher dispatcher(CrawlSettings settings) {
        return new Dispatcher(none(Platforms.class), none(PlatformRound.class), settings) {
            @Override
            void dispatch() {
                looks.countDown();
                throw new IllegalStateException("the database is away");
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
