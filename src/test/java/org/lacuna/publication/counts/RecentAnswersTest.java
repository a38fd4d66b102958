package org.lacuna.publication.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacuna.Hands;

class RecentAnswersTest {
    private final Hands clock = new Hands(Instant.parse("2026-11-28T00:00:00Z"));
    private final RecentAnswers recent = new RecentAnswers(clock);
    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void what_was_asked_within_the_last_minute_is_not_counted_again() {
        assertThat(ask("a")).isEqualTo(1);
        clock.move(Duration.ofSeconds(59));
        assertThat(ask("a")).isEqualTo(1);
        assertThat(ask("b")).isEqualTo(2);

        clock.move(Duration.ofSeconds(2));
        assertThat(ask("a")).isEqualTo(3);
    }

    @Test
    void a_clock_that_is_set_back_keeps_nothing() {
        ask("a");
        clock.move(Duration.ofDays(-1));

        assertThat(ask("a")).isEqualTo(2);
    }

    @Test
    void many_who_ask_the_same_at_once_wait_for_one_count() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        CountDownLatch all = new CountDownLatch(8);
        Callable<Integer> asking = () -> {
            all.countDown();
            all.await();
            return ask("a");
        };
        List<Future<Integer>> answers =
                Stream.generate(() -> many.submit(asking)).limit(8).toList();
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(1);
        }
        many.shutdown();
    }

    @Test
    void what_failed_is_told_as_it_failed_and_asked_anew() {
        assertThatThrownBy(() -> recent.answer("a", Integer.class, () -> {
                    throw new IllegalArgumentException("too many groups");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("too many groups");

        assertThat(ask("a")).isEqualTo(1);
    }

    @Test
    void no_more_than_some_answers_are_kept() {
        for (int question = 0; question < 1000; question++) {
            ask("q" + question);
        }

        assertThat(ask("q999")).isEqualTo(1000);
        assertThat(ask("q0")).isEqualTo(1001);
    }

    private int ask(String question) {
        return recent.answer(question, Integer.class, counted::incrementAndGet);
    }
}
