package org.lacuna.intake.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptTest {
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
