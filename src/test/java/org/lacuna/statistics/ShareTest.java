package org.lacuna.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lacuna.statistics.SurvivalReferenceTest.found;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ShareTest {
    /** Made by {@code prop.test(count, of, correct = FALSE)} of R 4.2.2. */
    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/wilson.csv", numLinesToSkip = 1)
    void the_interval_is_that_of_wilson(long count, long of, double low, double high) {
        Share share = found(Share.of(count, of));

        assertThat(share.low()).isCloseTo(low, within(1e-7));
        assertThat(share.high()).isCloseTo(high, within(1e-7));
        assertThat(share.value()).isBetween(share.low(), share.high());
    }

    @Test
    void a_small_whole_is_insufficient_and_says_what_it_would_take() {
        assertThat(Share.of(2, 4)).isEqualTo(new Finding.Insufficient<Share>("denominator", 4, 5));
        assertThat(Share.of(0, 0)).isEqualTo(new Finding.Insufficient<Share>("denominator", 0, 5));
        assertThat(Share.of(0, 5)).isInstanceOf(Finding.Found.class);
    }

    @Test
    void a_part_larger_than_the_whole_is_refused() {
        assertThatThrownBy(() -> Share.of(6, 5)).hasMessage("expected a count from 0 to 5, found 6");
        assertThatThrownBy(() -> Share.of(-1, 5)).hasMessageContaining("found -1");
    }
}
