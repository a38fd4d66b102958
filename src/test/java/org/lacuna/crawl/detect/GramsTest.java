package org.lacuna.crawl.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page certainly has not, without reading it. */
class GramsTest {
    @RepeatedTest(200)
    void a_word_that_stands_in_the_text_is_never_denied(RepetitionInfo time) {
        Random chance = new Random(time.getCurrentRepetition());
        String word = text(chance, 4 + chance.nextInt(20), chance.nextBoolean() ? "abcxyz0189" : "あ网络不给力ш한");
        String page = text(chance, chance.nextInt(300), "aZ é<>ÿあ网 ")
                + word.toUpperCase(Locale.ROOT)
                + text(chance, chance.nextInt(300), "aZ é<>ÿあ网 ");

        assertThat(new Grams(page).mayHave(word)).isTrue();
    }

    private static String text(Random chance, int length, String from) {
        return chance.ints(length, 0, from.length())
                .mapToObj(from::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    @Test
    void a_word_that_is_not_there_is_denied() {
        Grams page = new Grams("<p class=\"notice\">This account is fine, it&#39;s public.</p>");

        assertThat(page.mayHave("suspended")).isFalse();
        assertThat(page.mayHave("网络不给力")).isFalse();
        assertThat(page.mayHave("account")).isTrue();
        assertThat(page.mayHave("notices")).isFalse();
    }

    @Test
    void a_word_that_tags_tear_apart_is_there() {
        Grams page = new Grams("<p>This account is <b>sus</b>pen<!-- -->ded</p>");

        assertThat(page.mayHave("suspended")).isTrue();
        assertThat(page.mayHave("suspension")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&#115;uspended",
                "&#x73;uspended",
                "&#32593;&#32476;",
                "sus\u00ADpended",
                "sus&shy;pended",
                "sus<wbr>pended",
                "می\u200Cشود"
            })
    void where_words_are_not_written_as_they_are_read_a_page_may_have_any(String text) {
        assertThat(new Grams("<p>" + text + "</p>").mayHave("suspended")).isTrue();
    }
}
