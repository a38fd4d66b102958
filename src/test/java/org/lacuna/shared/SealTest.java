package org.lacuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] KEY = Seal.randomBytes(Seal.KEY_BYTES);
    private static final byte[] TEXT = "the words".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NAME = "row 1".getBytes(StandardCharsets.UTF_8);

    @Test
    void what_is_sealed_opens_again_and_never_looks_the_same_twice() {
        byte[] sealed = Seal.close(KEY, TEXT, NAME);
        assertThat(Seal.open(KEY, sealed, NAME)).contains(TEXT);
        assertThat(Seal.close(KEY, TEXT, NAME)).isNotEqualTo(sealed);
    }

    @Test
    void another_key_another_name_or_one_altered_byte_opens_nothing() {
        byte[] sealed = Seal.close(KEY, TEXT, NAME);
        assertThat(Seal.open(Seal.randomBytes(Seal.KEY_BYTES), sealed, NAME)).isEmpty();
        assertThat(Seal.open(KEY, sealed, "row 2".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThat(Seal.open(KEY, altered, NAME)).as("byte %d", i).isEmpty();
        }
        assertThat(Seal.open(KEY, new byte[3], NAME)).isEmpty();
    }
}
