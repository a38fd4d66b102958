package org.lacuna.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfDateTest {
    @ParameterizedTest
    @CsvSource({
        "2020-06-07,            2020-06-07, 2020-06-07, 7 June 2020",
        "2020-02,               2020-02-01, 2020-02-29, February 2020",
        "2020-05~,              2020-05-01, 2020-05-31, about May 2020",
        "2020-05-22~,           2020-05-22, 2020-05-22, about 22 May 2020",
        "2020-06-10/2020-06-11, 2020-06-10, 2020-06-11, between 10 June 2020 and 11 June 2020",
        "2018-12/2019-01-05,    2018-12-01, 2019-01-05, between December 2018 and 5 January 2019",
        "../2020-06-11,         '',         2020-06-11, by 11 June 2020",
        "2021-05-26/..,         2021-05-26, '',         26 May 2021 or later",
    })
    void a_date_has_bounds_and_words(String text, String earliest, String latest, String words) {
        EdtfDate date = EdtfDate.parse(text);

        assertThat(date.earliest()).isEqualTo(day(earliest));
        assertThat(date.latest()).isEqualTo(day(latest));
        assertThat(EdtfWords.of(date)).isEqualTo(words);
        assertThat(date).hasToString(text).isEqualTo(EdtfDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2020",
                "2020-6-7",
                "2020-13",
                "2020-02-30",
                "2021-02-29",
                "../..",
                "2020-06-11/2020-06-10",
                "2020-06-07?",
                "2020-06-07/",
                "/2020-06-07",
                "2020-06-07T00:00",
                "~2020-06",
                "yesterday",
                "2020-06-07/2020-06-08/2020-06-09",
                "٢٠٢٠-٠٦"
            })
    void what_is_not_in_the_profile_is_refused_with_what_was_expected(String text) {
        assertThatThrownBy(() -> EdtfDate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected")
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void dates_stand_in_the_order_of_a_timeline() {
        assertThat(Stream.of("2020-06-10", "2020-06", "../2020-06-05", "2020-06-01", "2019-12/2020-07", "2020-06-07/..")
                        .map(EdtfDate::parse)
                        .sorted()
                        .map(EdtfDate::toString))
                .containsExactly(
                        "2019-12/2020-07", "2020-06-01", "2020-06", "../2020-06-05", "2020-06-07/..", "2020-06-10");
    }

    @Test
    void an_interval_overlaps_whatever_it_can_mean() {
        EdtfDate june = EdtfDate.parse("2020-06");

        assertThat(june.overlaps(day("2020-06-30"), day(""))).isTrue();
        assertThat(june.overlaps(day("2020-07-01"), day(""))).isFalse();
        assertThat(june.overlaps(day(""), day("2020-05-31"))).isFalse();
        assertThat(EdtfDate.parse("../2020-06-11").overlaps(day("1989-06-04"), day("1989-06-04")))
                .isTrue();
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
