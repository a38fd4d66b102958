package org.lacuna.publication.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordQueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " ; ",
            quoteCharacter = '`',
            value = {
                "Zoom account ; (('zoom')) & (('account'))",
                "\"closed account\" ; (('closed' <1> 'account'))",
                "“closed account” ; (('closed' <1> 'account'))",
                "\"never closed ; (('never' <1> 'closed'))",
                "susp* ; (('susp':*))",
                "zoom -china ; (('zoom')) & !(('china'))",
                "zoom -\"in china\" ; (('zoom')) & !(('in' <1> 'china'))",
                "zoom OR skype ; (('zoom') | ('skype'))",
                "a OR b OR c d ; (('a') | ('b') | ('c')) & (('d'))",
                "OR zoom ; (('or')) & (('zoom'))",
                "zoom OR ; (('zoom')) & (('or'))",
                "zoom or skype ; (('zoom')) & (('or')) & (('skype'))",
                "well-known ; (('well' <1> 'known'))",
                "西藏自治 ; (('西藏' <1> '藏自' <1> '自治'))",
                "\"西藏 zoom\" ; (('西藏' <2> 'zoom'))",
                "黨 ; (('党':*))",
                "l'express ; (('l' <1> 'express') | ('lexpress'))",
                "zoom & ! ( china ; (('zoom')) & (('china'))",
                "aha:* <-> 'b':B ; (('aha':*)) & (('b' <1> 'b'))",
                "zoom'); DROP TABLE x; -- ; (('zoom')) & (('drop')) & (('table')) & (('x'))",
                "- zoom ; (('zoom'))",
                "\"\" zoom ; (('zoom'))",
            })
    void a_query_says_what_must_stand_where(String query, String tsquery) {
        assertThat(WordQuery.read(query.strip()).tsquery()).isEqualTo(tsquery.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ; ",
            quoteCharacter = '`',
            value = {
                "Zoom account ; (('zoom')) & (('account')) ; (('zoom')) & (('account'))",
                "\"closed account\" zoom ; (('closed' & 'account')) & (('zoom')) ; (('closed' & 'account')) & (('zoom'))",
                "西藏自治 ; (('西藏' & '藏自' & '自治')) ; (('西藏' & '藏自' & '自治'))",
                "l'express ; (('l' & 'express') | ('lexpress')) ; (('l' & 'express') | ('lexpress'))",
                "zoom OR susp* ; (('zoom') | ('susp':*)) ; none",
                "zoom susp* ; (('zoom')) & (('susp':*)) ; (('zoom'))",
                "susp* ; (('susp':*)) ; none",
                "zoom -china ; (('zoom')) & !(('china')) ; (('zoom')) & !(('china'))",
                "zoom -\"in china\" ; (('zoom')) ; (('zoom'))",
                "zoom -chin* ; (('zoom')) ; (('zoom'))",
                "susp* -china ; (('susp':*)) & !(('china')) ; none",
            })
    void an_index_tells_what_does_not_depend_on_the_order_of_words(String query, String all, String words) {
        WordQuery read = WordQuery.read(query.strip());

        assertThat(read.byIndex(true)).contains(all.strip());
        assertThat(read.byIndex(false).orElse("none")).isEqualTo(words.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "%", "\"\"", "***", "-zoom", "-", "a OR -b", "a*", "ab*", "&|!", "\u0000", "\ud800"})
    void what_cannot_be_looked_for_is_refused(String query) {
        assertThatThrownBy(() -> WordQuery.read(query))
                .isInstanceOf(NotAQuery.class)
                .hasMessageMatching("expected .*, found .*");
    }

    @Test
    void a_query_has_an_end() {
        assertThatThrownBy(() -> WordQuery.read("x".repeat(10_000)))
                .hasMessage("expected at most 500 characters, found 10000 characters");
        assertThatThrownBy(() -> WordQuery.read("a ".repeat(200)))
                .hasMessage("expected at most 60 words, found 200 words");
        assertThat(WordQuery.read("漢".repeat(50)).tsquery()).contains("汉汉");
    }

    @Test
    void only_what_was_found_is_marked() {
        assertThat(marked("\"closed account\" zoom", "Zoom closed the account; a closed account on zoom."))
                .isEqualTo("[Zoom] closed the account; a [closed account] on [zoom].");
        assertThat(marked("自治区", "西藏自治區政府")).isEqualTo("西藏[自治區]政府");
        assertThat(marked("黨", "他入黨了。共產黨")).isEqualTo("他入[黨]了。共產[黨]");
        assertThat(marked("express", "l’Express")).isEqualTo("l’[Express]");
        assertThat(marked("lexpress", "l’Express")).isEqualTo("[l’Express]");
        assertThat(marked("zoom -china", "Zoom in China")).isEqualTo("[Zoom] in China");
        assertThat(marked("susp*", "suspended, suspicion")).isEqualTo("[suspended], [suspicion]");
        assertThat(marked("b", "<b>bold</b> b")).isEqualTo("<[b]>bold</[b]> [b]");
    }

    private static String marked(String query, String text) {
        List<Span> spans = WordQuery.read(query).in(text);
        StringBuilder out = new StringBuilder(text);
        for (int i = spans.size() - 1; i >= 0; i--) {
            out.insert(spans.get(i).end(), ']').insert(spans.get(i).start(), '[');
        }
        return out.toString();
    }
}
