package org.lacuna.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

/** Without the application, so with the cost of production. */
class SlowHashTest {
    private static final byte[] SECRET = "seven words of a receipt".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SALT = "sixteen bytes ok".getBytes(StandardCharsets.UTF_8);

    @Test
    void it_costs_64_mebibytes_three_passes_and_one_lane() {
        LaunchMode before = LaunchMode.current();
        LaunchMode.set(LaunchMode.NORMAL);
        try {
            byte[] expected = new byte[64];
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(0x13)
                    .withMemoryAsKB(65_536)
                    .withIterations(3)
                    .withParallelism(1)
                    .withSalt(SALT)
                    .build());
            argon2.generateBytes(SECRET, expected);
            assertThat(HexFormat.of().formatHex(new SlowHash(1, 1).of(SECRET, SALT, 64)))
                    .isEqualTo(HexFormat.of().formatHex(expected));
        } finally {
            LaunchMode.set(before);
        }
    }

    @Test
    void who_finds_no_place_in_the_queue_is_told_at_once() throws Exception {
        SlowHash nobodyMayWait = new SlowHash(1, 0);
        CountDownLatch begun = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        LaunchMode before = LaunchMode.current();
        LaunchMode.set(LaunchMode.NORMAL);
        try {
            var first = other.submit(() -> {
                begun.countDown();
                return nobodyMayWait.of(SECRET, SALT, 64);
            });
            begun.await();
            assertThatThrownBy(() -> {
                        while (!first.isDone()) {
                            nobodyMayWait.of(SECRET, SALT, 64);
                        }
                    })
                    .isInstanceOf(SlowHash.Busy.class);
        } finally {
            LaunchMode.set(before);
            other.shutdownNow();
        }
    }
}
