package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.LogForTests;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** A node whose clock jumps loses no lease by it, takes none, and concludes nothing early. */
@QuarkusTest
class JumpingClockTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    WatchedSite site;

    @Inject
    LaneQueries lanes;

    @Inject
    WorkLane work;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Database database;

    @Inject
    Heard heard;

    @BeforeEach
    void open() {
        site.open();
    }

    @AfterEach
    void close() throws IOException {
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
        site.close();
    }

    @Test
    void a_lease_is_neither_lost_nor_won_by_a_clock_that_jumps() {
        Lane lane = site.lease("node-1", 10, Duration.ofMinutes(5)).get(0);
        for (Duration jump : List.of(DAY, DAY.negated())) {
            jump(jump);
            assertThat(lanes.lease("node-2", List.of(WatchedSite.HERE), 10, 10, Duration.ofMinutes(5)))
                    .isEmpty();
        }
        assertThat(work.work(lane)).as("under the old lease").isEqualTo(2);
        assertThat(site.all()).hasSize(1);
    }

    @Test
    void a_node_whose_clock_is_off_asks_nothing_and_says_so_until_it_is_right_again() {
        for (Duration jump : List.of(DAY, DAY.negated())) {
            jump(jump);
            try (LogForTests log = new LogForTests()) {
                tick();
                assertThat(log.lines()).contains("minutes off the database's");
            }
            assertThat(leased()).isZero();
            assertThat(site.origin().requests()).isEmpty();
        }
        jump(Duration.ofSeconds(20));
        tick();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> site.all().size() == 1 && leased() == 0);
    }

    @Test
    void a_look_dated_a_day_too_late_makes_no_six_hours_of_two_minutes() {
        site.conclude(Outcome.AVAILABLE, 30);
        record(Duration.ZERO);
        record(DAY);
        record(Duration.ofMinutes(1));
        record(Duration.ofMinutes(2));
        assertThat(heard.of(site.platform())).isEmpty();
        assertThat(site.judged()).startsWith("3 of 3 looks agree on suspended over 2 min of 6 h");
    }

    @Test
    void a_look_dated_a_day_too_early_is_no_new_conclusion_before_what_stands() {
        site.conclude(Outcome.AVAILABLE, 30);
        site.past(Outcome.AVAILABLE, 1);
        for (int minutes = 0; minutes < 4; minutes++) {
            record(DAY.negated().plusMinutes(minutes));
        }
        assertThat(heard.of(site.platform())).isEmpty();
    }

    private void record(Duration jump) {
        Instant at = lanes.now().plus(jump);
        QuarkusMock.installMockForType(Clock.fixed(at, ZoneOffset.UTC), Clock.class);
        Look look = site.seen(site.platform(), Outcome.SUSPENDED, at);
        assertThat(site.record(Optional.empty(), site.platform(), WatchedSite.HERE, look, Digest.of(at.toString())))
                .isTrue();
    }

    private static void jump(Duration by) {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), by), Clock.class);
    }

    private void tick() {
        database.change("UPDATE lane SET due = 'infinity'");
        site.wake();
        dispatcher.dispatch();
    }

    private long leased() {
        return database.first("SELECT count(*) FROM lane WHERE leased_by IS NOT NULL", row -> row.getLong(1))
                .orElseThrow();
    }
}
