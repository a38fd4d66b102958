package org.lacuna.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.shared.InvalidFile;

class RecordReaderTest {
    private static final String GOOD = RecordRoundTripTest.small("good", "good-case");
    private final RecordReader reader = new RecordReader("zoom"::equals);

    @Test
    void a_good_file_is_read() {
        assertThat(reader.read("good.yaml", GOOD).cases()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "based-in: US        | based-at: US        | 9  | unknown key 'based-at'",
                "\"2020-06-07\"      | \"2020-02-30\"      | 13 | expected a day of the calendar, found '2020-02-30'",
                "\"2020-06-07\"      | \"June 2020\"       | 13 | expected a date such as",
                "\"2020-06-07\"      | \"2020-06-09/2020-06-07\" | 13 | expected an interval whose end is not before",
                "sources: [ paper ]  | sources: [ radio ]  | 18 | expected a source of this file, found 'radio'",
                "platform: zoom      | platform: nowhere   | 8  | expected the id of a definition in crawlers/",
                "[ worldwide ]       | [ XX ]              | 11 | expected an ISO 3166 country code such as HK, found 'XX'",
                "[ worldwide ]       | [ worldwide, US ]   | 11 | expected an ISO 3166 country code",
                "DECISION_ACCOUNT_SUSPENDED | SUSPENDED    | 11 | expected a measure out of",
                "incident: good      | incident: Good One  | 1  | expected lower-case words joined by '-'",
                "id: r1              | id: e1              | 11 | expected the id of a restriction such as r1",
                "publisher: The Paper | publisher: ' '     | 5  | expected a publisher, found only blanks",
                "  platform: zoom    | '  platform: null'  | 11 | expected a platform for a case with a restriction",
                "url: null, based-in | url: 5, url: 6, based-in | 9 | key 'url' stands twice",
            })
    void a_bad_line_is_named_with_file_line_and_remedy(String good, String bad, int line, String message) {
        assertThat(GOOD).contains(good.strip());
        assertThatThrownBy(() -> reader.read("bad.yaml", GOOD.replace(good.strip(), bad.strip())))
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith("bad.yaml:" + line + ": ")
                .hasMessageContaining(message.strip());
    }

    @Test
    void a_lift_of_nothing_and_a_lift_before_the_start_are_refused() {
        String lift = """
                  - { type: restriction-lifted, id: e1, date: "%s", lifts: [ %s ], extent: full, how: unknown, text: Back., sources: [] }
                """;

        assertThatThrownBy(() -> reader.read("bad.yaml", GOOD + lift.formatted("2020-06-08", "r2")))
                .hasMessageStartingWith("bad.yaml:19: ")
                .hasMessageContaining("found 'r2'");
        assertThatThrownBy(() -> reader.read("bad.yaml", GOOD + lift.formatted("2020-06-01", "r1")))
                .hasMessageContaining("expected a lift not before the restriction of 2020-06-07, found 2020-06-01");
    }

    @Test
    void text_that_is_not_yaml_is_named_with_its_line() {
        assertThatThrownBy(() -> reader.read("bad.yaml", "incident: [ open\ntitle: x\n"))
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith("bad.yaml:")
                .hasMessageContaining("expected YAML");
    }

    @Test
    void norway_is_a_country_and_a_bare_date_is_a_date() {
        String norway = GOOD.replace("[ worldwide ]", "[ NO ]").replace("\"2020-06-07\"", "2020-06-07");

        assertThat(reader.read("good.yaml", norway)
                        .cases()
                        .get(0)
                        .restrictions()
                        .all()
                        .get(0)
                        .scope()
                        .words())
                .containsExactly("NO");
    }
}
