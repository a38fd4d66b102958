package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PolitenessTest extends TurnsContract {
    private static final Duration DELAY = Duration.ofMinutes(1);

    private final Politeness turns = new Politeness();

    @Override
    Turns turns() {
        return turns;
    }

    @Test
    void whoever_comes_after_a_request_that_left_late_counts_from_when_it_left() throws InterruptedException {
        turns.take("late.example", DELAY, DELAY);
        Thread.sleep(300);
        turns.used("late.example");

        assertThat(turns.take("late.example", DELAY, DELAY.multipliedBy(2)))
                .isGreaterThan(DELAY.minusMillis(200))
                .isLessThanOrEqualTo(DELAY);
        turns.used("nobody.example");
        assertThat(turns.take("nobody.example", DELAY, DELAY)).isZero();
    }
}
