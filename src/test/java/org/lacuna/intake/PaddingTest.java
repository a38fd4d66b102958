package org.lacuna.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaddingTest {
    @Test
    void short_texts_all_get_one_length() {
        assertThat(Padding.padded(0)).isEqualTo(4096);
        assertThat(Padding.padded(4096)).isEqualTo(4096);
    }

    @Test
    void lengths_grow_by_twelve_per_cent_at_the_most_and_are_few() {
        long before = 0;
        int different = 0;
        for (long length = 4097; length < 30_000_000; length += 997) {
            long padded = Padding.padded(length);
            assertThat(padded).isBetween(length, length + length * 12 / 100);
            different += padded == before ? 0 : 1;
            before = padded;
        }
        assertThat(different).isLessThan(450);
    }

    @Test
    void a_padded_length_stays_as_it_is() {
        for (long length : new long[] {5_000, 123_456, 25_000_000}) {
            assertThat(Padding.padded(Padding.padded(length))).isEqualTo(Padding.padded(length));
        }
    }
}
