package org.lacuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsheetTest {
    @Test
    void a_text_that_begins_like_a_formula_does_not_do_so_in_csv() {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＠x")) {
            assertThat(Spreadsheet.safe(formula)).isEqualTo("'" + formula);
        }
    }

    @Test
    void whoever_takes_one_leading_apostrophe_away_has_what_was_recorded() {
        for (String text : List.of("", "plain", "'quoted'", "''", "'=1", "=1", "a=b", "ئۇيغۇر")) {
            assertThat(Spreadsheet.safe(text).replaceFirst("^'", "")).isEqualTo(text);
        }
    }
}
