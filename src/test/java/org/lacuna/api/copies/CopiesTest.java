package org.lacuna.api.copies;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lacuna.publication.Document;
import org.lacuna.shared.Digest;

class CopiesTest {
    private final Copies copies = new Copies(() -> new MemorySize(BigInteger.valueOf(100_000)));

    @Test
    void nothing_is_handed_out_before_anybody_has_looked_what_changed() {
        copies.keep(Map.of("one", copy("text")), copies.generation());
        assertThat(copies.find("one")).isEmpty();

        look();
        copies.keep(Map.of("one", copy("text")), copies.generation());
        assertThat(copies.find("one")).isPresent();
    }

    @Test
    void nothing_is_handed_out_when_the_last_look_is_long_ago() {
        look();
        copies.keep(Map.of("one", copy("text")), copies.generation());

        copies.forget(Set.of(), System.nanoTime() - Copies.BELIEVED.toNanos());

        assertThat(copies.find("one")).isEmpty();
    }

    @Test
    void what_changed_is_forgotten_and_the_rest_is_not() {
        look();
        copies.keep(Map.of("one", copy("text"), "other", copy("text")), copies.generation());

        copies.forget(Set.of("one"));

        assertThat(copies.find("one")).isEmpty();
        assertThat(copies.find("other")).isPresent();
        copies.forgetAll();
        look();
        assertThat(copies.find("other")).isEmpty();
    }

    @Test
    void what_was_read_before_a_change_is_not_kept_after_it() {
        look();
        long before = copies.generation();
        copies.forget(Set.of("one"));

        copies.keep(Map.of("one", copy("as it was")), before);

        assertThat(copies.find("one")).isEmpty();
    }

    @Test
    void there_is_a_bound() {
        look();
        IntStream.range(0, 1_000)
                .forEach(i -> copies.keep(Map.of("case-" + i, copy("x".repeat(4_000))), copies.generation()));

        assertThat(IntStream.range(0, 1_000)
                        .filter(i -> copies.find("case-" + i).isPresent()))
                .hasSizeBetween(1, 20);
    }

    private void look() {
        copies.forget(Set.of(), System.nanoTime());
    }

    private static Copy copy(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new Copy("one", new Document(body, Digest.of(body), 1, Instant.EPOCH), Optional.empty());
    }
}
