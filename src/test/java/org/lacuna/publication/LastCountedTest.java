package org.lacuna.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lacuna.Hands;

class LastCountedTest {
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private final Hands clock = new Hands(Instant.parse("2026-11-28T00:00:00Z"));
    private final LastCounted counts = new LastCounted(clock, () -> BELIEVED, () -> 0);
    private final AtomicInteger counted = new AtomicInteger();

    @AfterEach
    void stop() {
        counts.stop();
    }

    @Test
    void what_is_counted_quickly_is_right_at_once() {
        assertThat(quick("a", 1)).isEqualTo(1);
        assertThat(quick("a", 1)).isEqualTo(1);
        assertThat(quick("a", 2)).isEqualTo(2);
        assertThat(quick("b", 2)).isEqualTo(3);
    }

    @Test
    void what_takes_long_is_told_as_it_was_while_it_is_counted_anew() throws Exception {
        assertThat(slow("a", 1)).isEqualTo(1);
        clock.move(Duration.ofSeconds(20));

        CountDownLatch mayCount = new CountDownLatch(1);
        assertThat(counts.now(List.of("a"), 2, Integer.class, at -> waitFor(mayCount)))
                .isEqualTo(1);
        assertThat(counts.now(List.of("a"), 2, Integer.class, at -> waitFor(mayCount)))
                .as("nobody waits, and it is not counted twice")
                .isEqualTo(1);
        mayCount.countDown();
        for (int tries = 0; tries < 500 && slow("a", 2) == 1; tries++) {
            Thread.sleep(10);
        }

        assertThat(slow("a", 2)).isEqualTo(2);
        assertThat(counted).hasValue(2);
    }

    @Test
    void nobody_is_told_what_was_counted_more_than_a_minute_before_the_change() {
        slow("a", 1);
        clock.move(BELIEVED);

        assertThat(slow("a", 2)).isEqualTo(2);
    }

    @Test
    void what_still_holds_may_be_told_for_a_minute_after_it_was_asked_for() {
        slow("a", 1);
        clock.move(Duration.ofHours(1));
        assertThat(slow("a", 1)).as("nothing changed").isEqualTo(1);
        clock.move(Duration.ofSeconds(20));

        assertThat(slow("a", 2)).isEqualTo(1);
    }

    @Test
    void while_the_record_changes_all_the_time_counting_rests_nine_times_as_long_as_it_takes() throws Exception {
        slow("a", 1);

        assertThat(slow("a", 2)).isEqualTo(1);
        assertThat(slow("a", 3)).isEqualTo(1);
        Thread.sleep(300);
        assertThat(counted).as("it was counted this moment").hasValue(1);
    }

    @Test
    void what_somebody_asked_for_minutes_ago_is_counted_anew_by_itself_after_a_change() {
        slow("a", 1);
        quick("b", 1);
        clock.move(Duration.ofMinutes(5));
        counts.look(2);

        assertThat(slow("a", 2)).as("counted before anybody asked").isEqualTo(3);
        assertThat(counted).as("what is quick can wait until somebody asks").hasValue(3);
    }

    @Test
    void what_nobody_asks_for_any_more_is_not_counted() {
        slow("a", 1);
        clock.move(Duration.ofMinutes(11));
        counts.look(2);

        assertThat(counted).hasValue(1);
    }

    @Test
    void what_was_seen_to_hold_may_be_told_for_a_minute_from_then_on() {
        slow("a", 1);
        clock.move(Duration.ofHours(1));
        counts.look(1);
        clock.move(Duration.ofSeconds(20));

        assertThat(slow("a", 2)).isEqualTo(1);
    }

    @Test
    void a_clock_that_is_set_back_lets_nobody_be_told_what_was() {
        slow("a", 1);
        clock.move(Duration.ofDays(-1));

        assertThat(slow("a", 2)).isEqualTo(2);
    }

    @Test
    void what_fails_is_told_to_whoever_waits_for_it() {
        assertThatThrownBy(() -> counts.now(List.of("a"), 1, Integer.class, at -> {
                    throw new IllegalArgumentException("too many groups");
                }))
                .hasMessage("too many groups");
        assertThat(quick("a", 1)).isEqualTo(1);
    }

    private int quick(String question, long at) {
        return counts.now(List.of(question), at, Integer.class, any -> counted.incrementAndGet());
    }

    private int slow(String question, long at) {
        return counts.now(List.of(question), at, Integer.class, any -> {
            pause(Duration.ofMillis(150));
            return counted.incrementAndGet();
        });
    }

    private int waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        pause(Duration.ofMillis(150));
        return counted.incrementAndGet();
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
