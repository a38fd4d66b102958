package org.lacuna.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharesTest {
    private final Shares shares = new Shares();

    @Test
    void a_reader_has_no_more_than_a_few_places_and_takes_none_from_others() {
        List<Shares.Share> has = IntStream.range(0, 3)
                .mapToObj(i -> shares.take(reader("one"), 3).orElseThrow())
                .toList();

        assertThat(shares.take(reader("one"), 3)).isEmpty();
        assertThat(shares.take(reader("another"), 3)).isPresent();

        has.get(0).close();
        has.get(0).close();
        assertThat(shares.take(reader("one"), 3)).isPresent();
        assertThat(shares.take(reader("one"), 3))
                .as("a place that is given back twice is one")
                .isEmpty();
    }

    @Test
    void whoever_has_no_place_is_forgotten() {
        Optional<Shares.Share> share = shares.take(reader("one"), 1);
        assertThat(shares.take(reader("one"), 1)).isEmpty();
        assertThat(shares.readers()).isEqualTo(1);

        share.orElseThrow().close();

        assertThat(shares.readers()).isZero();
        assertThat(shares.take(reader("one"), 0)).isEmpty();
        assertThat(shares.readers()).isZero();
    }

    private static Reader reader(String name) {
        return new Reader(name.getBytes(), 600, false);
    }
}
