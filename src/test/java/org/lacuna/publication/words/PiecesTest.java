package org.lacuna.publication.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {
    @Property(tries = 5000)
    void a_text_has_the_same_words_cut_as_a_whole_or_blank_by_blank(@ForAll("texts") String text) {
        assertThat(Pieces.of(text)).isEqualTo(Tokens.of(text));
        assertThat(Pieces.of(text)).as("remembered").isEqualTo(Tokens.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hans", "zh-Hant", "ug", "bo", "tr", "ru", "es"})
    void so_has_a_text_of_each_language(String language) throws IOException {
        Path folder = Path.of("src/main/resources/templates/web/prose", language);
        for (String line : Files.readAllLines(folder.resolve("methods.html"))) {
            assertThat(Pieces.of(line)).isEqualTo(Tokens.of(line));
        }
    }

    /** Letters, digits and signs of several scripts side by side, more often than any writer puts them. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("Zoom", "İstanbul'da", "don\u2019t", "U.S.A.", "2020-06-11", "3,000.50")),
                Tuple.of(4, Arbitraries.of("встреча", "ёлка", "می\u200cخواهم", "الصين", "ئۇيغۇر", "Ελλάδα")),
                Tuple.of(2, Arbitraries.of("天安門", "བོད་ཡིག", "1st", "2020где", "«где", "\u0301a", "ʼabc", "ـب", "😀")),
                Tuple.of(
                        4,
                        Arbitraries.strings()
                                .withChars("abZ09.,'\u2019:_-«»\"()/@#$%\u00a0\u00ad\u00aa\u0131")
                                .withCharRange('\u0370', '\u06ff')
                                .withChars("\u200c\u200d\u200e\u2010\u2019\u2026\u0301\u3042\u4e2d\uac00")
                                .ofMaxLength(6)));
        return piece.list().ofMaxSize(8).map(pieces -> String.join(" ", pieces));
    }
}
