package org.lacuna.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountsTest {
    private static final long NOON = 1_795_867_200L;

    private final Counts counts = new Counts();

    @Test
    void each_reader_is_counted_apart_and_anew_each_minute() {
        assertThat(counts.spend(reader(1), NOON)).isEqualTo(1);
        assertThat(counts.spend(reader(1), NOON + 59)).isEqualTo(2);
        assertThat(counts.spend(reader(2), NOON + 59)).isEqualTo(1);
        assertThat(counts.spend(reader(1), NOON + 60)).isEqualTo(1);
    }

    @Test
    void an_hour_s_key_is_gone_with_the_hour() {
        counts.spend(reader(1), NOON);
        counts.spend(reader(1), NOON + 3600);

        assertThat(counts.spend(reader(1), NOON))
                .as("counted under another key now")
                .isEqualTo(1);
    }

    @Test
    void a_flood_of_addresses_makes_nobody_forgotten_who_asks_much() {
        IntStream.range(0, 500).forEach(i -> counts.spend(reader(-1), NOON));

        IntStream.range(0, 1_000_000).forEach(i -> counts.spend(reader(i), NOON + 1));

        assertThat(counts.spend(reader(-1), NOON + 2)).isEqualTo(501);
    }

    @Test
    void whoever_is_new_in_a_flood_is_counted_too() {
        IntStream.range(0, 1_000_000).forEach(i -> counts.spend(reader(i), NOON));

        assertThat(counts.spend(reader(-1), NOON)).isEqualTo(1);
        assertThat(counts.spend(reader(-1), NOON)).isEqualTo(2);
    }

    @Test
    void readers_at_once_lose_no_count() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            counts.spend(reader(7), NOON);
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                work.add(threads.submit(() -> IntStream.range(0, 25_000).forEach(j -> counts.spend(reader(7), NOON))));
            }
            for (Future<?> each : work) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(counts.spend(reader(7), NOON)).isEqualTo(100_002);
    }

    private static byte[] reader(int number) {
        return ByteBuffer.allocate(5).put((byte) 'a').putInt(number).array();
    }
}
