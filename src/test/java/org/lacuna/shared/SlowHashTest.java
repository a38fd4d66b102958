package org.lacuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.LaunchMode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    void of_many_at_once_those_who_find_no_place_in_the_queue_are_told() throws Exception {
        SlowHash oneMayWait = new SlowHash(1, 1);
        ExecutorService people = Executors.newFixedThreadPool(8);
        LaunchMode before = LaunchMode.current();
        LaunchMode.set(LaunchMode.NORMAL);
        try {
            int busy = 0;
            int hashed = 0;
            for (Future<byte[]> each : people.invokeAll(
                    Collections.nCopies(8, (Callable<byte[]>) () -> oneMayWait.of(SECRET, SALT, 64)))) {
                try {
                    assertThat(each.get()).hasSize(64);
                    hashed++;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(SlowHash.Busy.class);
                    busy++;
                }
            }
            assertThat(hashed).isPositive();
            assertThat(busy).isPositive();
        } finally {
            LaunchMode.set(before);
            people.shutdownNow();
        }
    }
}
