package org.lacuna.publication.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlanceTest {
    /** Letters, marks, signs and digits of many scripts, those that change with their neighbours among them. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.chars()
                .range(' ', '\u02ff')
                .range('\u0300', '\u036f')
                .range('\u0370', '\u058f')
                .range('\u0590', '\u06ff')
                .range('\u0f00', '\u0fbc')
                .range('\u1100', '\u11ff')
                .range('\u1e00', '\u206f')
                .range('\u3000', '\u30ff')
                .range('\u4e00', '\u4fff')
                .range('\uac00', '\uacff')
                .range('\ufb00', '\ufb4f')
                .range('\uff00', '\uffef')
                .with("'’.,·_:‿\u200c\u200d\u00ad\u0640iıİIſßøæ的了國国")
                .list()
                .ofMaxSize(12)
                .map(letters -> letters.stream().map(String::valueOf).reduce("", String::concat));
    }

    @Property(tries = 3_000)
    void what_a_glance_does_not_show_is_no_word_of_the_text(@ForAll("texts") String text) {
        Optional<String> glance = Glance.at(text);

        glance.ifPresent(
                seen -> assertThat(Tokens.of(text)).allSatisfy(token -> assertThat(Glance.holds(seen, token.lexeme()))
                        .isTrue()));
    }

    /** The reverse of each character with each other beside it: no pair makes a word that a glance does not show. */
    @Property(tries = 3_000)
    void nor_between_two_characters_of_any_kind(@ForAll char one, @ForAll char other) {
        String text = "a" + one + other + "b " + one + other;
        Optional<String> glance = Glance.at(text);

        glance.ifPresent(
                seen -> assertThat(Tokens.of(text)).allSatisfy(token -> assertThat(Glance.holds(seen, token.lexeme()))
                        .isTrue()));
    }

    @ParameterizedTest
    @CsvSource({
        "Zoom CLOSED it,zoom closed it",
        "İstanbul,istanbul",
        "résumé,resume",
        "國務院,国务院",
        "l’Express,lexpress",
        "ئۇيغۇر,ئۇيغۇر",
        "１２,12",
    })
    void letters_look_as_they_are_compared(String text, String seen) {
        assertThat(Glance.at(text)).contains(seen);
    }

    @Test
    void where_letters_change_with_their_neighbours_one_has_to_read() {
        assertThat(Glance.at("བོད་ཡིག")).isEmpty();
        assertThat(Glance.at("か\u3099")).isEmpty();
        assertThat(Glance.at("\ud83d\udc4d")).isEmpty();
    }
}
