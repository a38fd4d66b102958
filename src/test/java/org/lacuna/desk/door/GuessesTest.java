package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GuessesTest {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Guesses guesses = new Guesses(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void after_five_wrong_ones_each_further_one_waits_a_minute_at_the_most() {
        for (int i = 0; i < 4; i++) {
            guesses.wrong("ana");
        }
        assertThat(guesses.mustWait("ana")).isEmpty();
        for (int i = 0; i < 20; i++) {
            guesses.wrong("ana");
        }
        assertThat(guesses.mustWait("ana")).hasValue(Duration.ofSeconds(61));
        now = now.plusSeconds(61);
        assertThat(guesses.mustWait("ana")).isEmpty();
    }

    @Test
    void what_was_not_looked_at_leaves_the_count_and_the_wait_as_they_were() {
        for (int i = 0; i < 12; i++) {
            guesses.wrong("ana");
        }
        now = now.plusSeconds(65);
        guesses.wrong("ana");
        assertThat(guesses.mustWait("ana")).isPresent();
        guesses.notLookedAt("ana");
        assertThat(guesses.mustWait("ana")).isEmpty();
    }

    @Test
    void names_typed_at_random_take_no_more_than_their_share_of_memory_and_the_newest_stay() {
        for (int i = 0; i < Guesses.MOST_REMEMBERED + 50; i++) {
            now = now.plusMillis(1);
            guesses.wrong("name " + i);
        }
        for (int i = 0; i < 5; i++) {
            guesses.wrong("ana");
        }
        assertThat(guesses.remembered()).isEqualTo(Guesses.MOST_REMEMBERED);
        assertThat(guesses.mustWait("ana")).isPresent();
    }
}
