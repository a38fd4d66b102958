package org.lacuna.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int PIECE = 32_000;

    private final Pace pace = new Pace(1000, Duration.ofMinutes(1));

    @Test
    void whoever_takes_nothing_is_too_slow_after_a_minute() {
        pace.sent(PIECE, 0);

        assertThat(pace.tooSlow(59 * SECOND)).isFalse();
        assertThat(pace.tooSlow(60 * SECOND)).isTrue();
    }

    @Test
    void whoever_takes_a_piece_each_half_minute_may_go_on_for_ever() {
        for (int second = 0; second < 3600; second++) {
            if (second % 30 == 0) {
                pace.taken(second * SECOND);
                pace.sent(PIECE, second * SECOND);
            }
            assertThat(pace.tooSlow(second * SECOND)).isFalse();
        }
    }

    @Test
    void whoever_takes_less_than_half_of_what_one_has_to_take_is_found_out() {
        int second = 0;
        while (second < 3600 && !pace.tooSlow(second * SECOND)) {
            if (second % 70 == 0) {
                pace.taken(second * SECOND);
                pace.sent(PIECE, second * SECOND);
            }
            second++;
        }

        assertThat(second).isLessThan(200);
    }

    @Test
    void whoever_was_fast_at_first_is_found_out_in_two_minutes() {
        for (int second = 0; second < 100; second++) {
            for (int i = 0; i < 1000; i++) {
                pace.taken(second * SECOND + i);
                pace.sent(PIECE, second * SECOND + i);
            }
            assertThat(pace.tooSlow(second * SECOND)).isFalse();
        }
        int second = 100;
        while (second < 3600 && !pace.tooSlow(second * SECOND)) {
            second++;
        }

        assertThat(second).isLessThanOrEqualTo(220);
    }

    @Test
    void a_piece_that_is_larger_than_a_minute_takes_may_take_its_time() {
        pace.sent(300_000, 0);

        assertThat(pace.tooSlow(299 * SECOND)).isFalse();
        assertThat(pace.tooSlow(301 * SECOND)).isTrue();
    }

    @Test
    void the_time_in_which_we_read_the_next_part_is_nobody_s_fault() {
        pace.sent(PIECE, 0);
        pace.taken(SECOND);

        assertThat(pace.tooSlow(3600 * SECOND)).isFalse();
        pace.sent(PIECE, 3600 * SECOND);
        assertThat(pace.tooSlow(3601 * SECOND)).isFalse();
    }
}
