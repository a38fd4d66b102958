package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What all turns have to keep, wherever they are remembered. */
abstract class TurnsContract {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private final String host = "h" + UUID.randomUUID() + ".example";

    abstract Turns turns();

    /** As another node, or another thread, sees them. */
    Turns elsewhere() {
        return turns();
    }

    @Test
    void the_first_turn_is_now_and_the_next_one_delay_later() {
        assertThat(take(turns(), SECOND)).isZero();
        assertThat(take(elsewhere(), SECOND)).isBetween(Duration.ofMillis(500), SECOND);
        assertThat(take(turns(), SECOND)).isBetween(Duration.ofMillis(1_400), SECOND.multipliedBy(2));
    }

    @Test
    void the_longest_delay_holds_whoever_asked_for_it() {
        take(turns(), Duration.ZERO);
        assertThat(take(elsewhere(), Duration.ofSeconds(5))).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
        assertThat(take(turns(), Duration.ZERO)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
    }

    @Test
    void a_turn_too_far_away_is_not_taken() {
        take(turns(), Duration.ofSeconds(10));
        assertThat(turns().take(host, Duration.ofSeconds(10), SECOND)).isNegative();
        assertThat(take(turns(), Duration.ofSeconds(10))).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void nobody_shares_a_turn() throws Exception {
        ExecutorService visitors = Executors.newFixedThreadPool(8);
        List<Future<Duration>> waits = visitors.invokeAll(IntStream.range(0, 40)
                .<java.util.concurrent.Callable<Duration>>mapToObj(
                        i -> () -> take(i % 2 == 0 ? turns() : elsewhere(), SECOND))
                .toList());
        visitors.shutdown();
        long last = 0;
        for (Future<Duration> wait : waits) {
            last = Math.max(last, wait.get().toMillis());
        }
        // forty turns a second apart, less the time that the asking itself took
        assertThat(last).isBetween(29_000L, 39_000L);
    }

    @Test
    void hosts_do_not_wait_for_each_other() {
        take(turns(), Duration.ofMinutes(1));
        assertThat(turns().take("other-" + host, SECOND, PATIENCE)).isZero();
    }

    @Test
    void a_pause_holds_for_its_exit_alone_and_is_never_shortened() {
        Exit tor = Exit.socks5("127.0.0.1", 9050, "country-de", "x");
        assertThat(turns().pause(host, tor)).isZero();
        turns().pause(host, tor, Duration.ofHours(1));
        turns().pause(host, tor, SECOND);
        assertThat(turns().pause(host, tor)).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(elsewhere().pause(host, tor)).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(turns().pause(host, Exit.DIRECT)).isZero();
        assertThat(turns().pause("other-" + host, tor)).isZero();
    }

    @Test
    void a_pause_ends() throws InterruptedException {
        turns().pause(host, Exit.DIRECT, Duration.ofMillis(50));
        Thread.sleep(200);
        assertThat(turns().pause(host, Exit.DIRECT)).isZero();
    }

    private Duration take(Turns turns, Duration delay) {
        return turns.take(host, delay, PATIENCE);
    }
}
