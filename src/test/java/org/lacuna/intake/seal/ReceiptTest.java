package org.lacuna.intake.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
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

    @Test
    void a_receipt_is_read_however_it_was_copied() {
        Receipt receipt = Receipt.draw();
        String[] words = receipt.line().split(" ");
        assertThat(Receipt.parse(" " + String.join(",\n", words).toUpperCase() + ". "))
                .isEqualTo(receipt);
        assertThatThrownBy(() -> Receipt.parse(receipt.line() + " " + words[0]))
                .hasMessage("expected seven words, found 8");
    }

    @Test
    void a_receipt_shows_itself_to_no_log() {
        Receipt receipt = Receipt.draw();
        assertThat(receipt.toString()).isEqualTo("a receipt");
    }

    @Test
    void receipts_are_drawn_from_the_whole_list() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            seen.addAll(Receipt.draw().words());
        }
        assertThat(WordList.size()).isEqualTo(7776);
        assertThat(seen)
                .as("140,000 draws leave out a given word once in 66 million")
                .hasSize(7776);
    }
}
