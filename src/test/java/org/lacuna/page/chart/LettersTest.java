package org.lacuna.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {
    private static final double SIZE = 10;

    @Test
    void a_chinese_letter_is_as_wide_as_high_and_a_sign_below_another_takes_no_room() {
        assertThat(Letters.width("四", SIZE)).isEqualTo(10);
        assertThat(Letters.width("བ", SIZE))
                .isEqualTo(Letters.width("བོ", SIZE))
                .isLessThan(10);
    }

    @Test
    void what_fits_is_whole_and_what_does_not_ends_in_a_sign() {
        assertThat(Letters.cut("Zoom", SIZE, 40)).isEqualTo("Zoom");
        assertThat(Letters.cut("六四天安门", SIZE, 40)).isEqualTo("六四天…");
        assertThat(Letters.cut("Humanitarian China", SIZE, 60)).isEqualTo("Humanitar…");
    }

    @Test
    void nothing_is_cut_inside_what_a_reader_takes_for_one_letter() {
        String stack = "རྒྱུ";
        assertThat(Letters.cut(stack.repeat(50), SIZE, 60).replace("…", "").replace(stack, ""))
                .isEmpty();
        assertThat(Letters.cut("👨‍👩‍👧".repeat(9), SIZE, 65).replace("…", "").replace("👨‍👩‍👧", ""))
                .isEmpty();
    }

    @Test
    void of_a_text_that_is_read_from_the_right_the_end_is_on_the_left() {
        assertThat(Letters.cut("ئۇيغۇرچە ئۇيغۇرچە", SIZE, 50)).endsWith("…\u200F");
        assertThat(Letters.cut("Zoom and more", SIZE, 50)).endsWith("…");
    }

    @Test
    void lines_end_between_words_and_inside_one_only_where_it_is_longer_than_a_line() {
        assertThat(Letters.lines("Zoom and LinkedIn", SIZE, 60)).containsExactly("Zoom and", "LinkedIn");
        assertThat(Letters.lines("Zoom", SIZE, 60)).containsExactly("Zoom");
        assertThat(Letters.lines("", SIZE, 60)).containsExactly("");
        assertThat(Letters.lines("x " + "a".repeat(25), SIZE, 60))
                .containsExactly("x", "a".repeat(10), "a".repeat(10), "a".repeat(5));
        assertThat(Letters.lines("六四天安门", SIZE, 40)).containsExactly("六四天安", "门");
    }
}
