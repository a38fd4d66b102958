package org.lacuna.publication.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordVectorTest {
    @Test
    void words_stand_in_their_order_with_places_and_weights_and_a_gap_between_texts() {
        String vector = new WordVector()
                .add("two one two", Weight.A)
                .add("two", Weight.C)
                .toString();

        assertThat(vector).isEqualTo("'one':2A 'two':1A,3A,13C");
    }

    @Test
    void a_word_keeps_the_places_that_postgresql_keeps() {
        String vector = new WordVector().add("word ".repeat(300), Weight.D).toString();

        assertThat(vector).startsWith("'word':1D,2D").endsWith(",255D").doesNotContain("256");
    }

    @Test
    void what_stands_further_back_than_the_last_place_stands_there_once_with_the_first_weight() {
        String far = IntStream.range(0, 16_400).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

        String vector = new WordVector()
                .add(far, Weight.C)
                .add("late", Weight.B)
                .add("late late", Weight.D)
                .toString();

        assertThat(vector).contains("'late':16383B ").contains("'w16399':16383C");
    }

    @Test
    void words_beyond_the_megabyte_are_left_out() {
        String many = IntStream.range(0, 120_000).mapToObj(i -> "слово" + i).collect(Collectors.joining(" "));

        String vector = new WordVector().add(many, Weight.C).toString();

        assertThat(vector).contains("'слово0':").doesNotContain("'слово119999'");
        assertThat(vector.getBytes(StandardCharsets.UTF_8).length).isBetween(800_000, 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "größe", "слово", "ئۇيغۇر", "被禁言", "བོད་ཡིག", "😀a𠀀"})
    void a_word_is_as_long_as_its_bytes(String word) {
        assertThat(Lexemes.bytes(word)).isEqualTo(word.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void places_come_in_their_order() {
        Places places = new Places();

        assertThat(places.add(5, Weight.A)).isTrue();
        assertThat(places.add(5, Weight.B)).isFalse();
        assertThatThrownBy(() -> places.add(4, Weight.A)).hasMessageContaining("expected a place from 5 on, found 4");
    }
}
