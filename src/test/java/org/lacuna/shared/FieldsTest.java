package org.lacuna.shared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | 1 | the file is empty",
                "# only a remark          | 1 | the file is empty",
                "- a                      | 1 | expected keys and values, found a list",
                "a: 1;a: 2                | 2 | key 'a' stands twice",
                "b: 1;? [ a ];: 2         | 2 | expected a plain key",
                "a: &x { b: 1 };c: *x     | 1 | aliases",
                "b: 1;a: { c              | 2 | expected YAML, found an error",
                "b: 1;---;a: 2            | 2 | expected YAML, found an error",
                "a: 1;b: 2                | 2 | unknown key 'b'. Remove it, or use one of [a]",
                "a: 1;A: 2                | 2 | unknown key 'A'",
                "b: 1                     | 1 | the key 'a' is missing. Add 'a: …'",
                "b: 1;a: null             | 2 | expected a text, found nothing",
                "b: 1;a: [ c ]            | 2 | expected a text, found a list",
            })
    void a_file_that_is_not_one_text_under_a_is_refused(String yaml, int line, String says) {
        assertThatThrownBy(() -> {
                    Fields fields = Fields.ofYaml("sample.yaml", yaml.replace(';', '\n'));
                    fields.build(() -> fields.text("a"));
                })
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith("sample.yaml:" + line + ": ")
                .hasMessageContaining(says);
    }

    @Test
    void what_a_builder_refuses_is_told_in_one_line_with_its_place() {
        Value value = Fields.ofYaml("sample.yaml", "a: b\nid: ' ( '\n").need("id");

        assertThatThrownBy(() -> value.as(Pattern::compile, "Write a pattern"))
                .hasMessage("sample.yaml:2: Unclosed group near index 1. Write a pattern");
    }

    @Test
    void bytes_that_are_not_utf8_are_named_with_their_line() {
        assertThatThrownBy(() -> TextFile.of("sample.yaml", "a: b\nc: é\n".getBytes(ISO_8859_1)))
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith("sample.yaml:2: expected text in UTF-8");
    }

    @Test
    void stored_json_is_read_like_the_file_it_came_from() throws Exception {
        Fields file = Fields.ofYaml("sample.yaml", "first-seen: 2020-06-11\nvantages: [ NO ]\nby: ~\n");
        Fields stored = Fields.ofJson(new ObjectMapper()
                .readTree("{'firstSeen':'2020-06-11','vantages':['NO'],'by':null}".replace('\'', '"')));

        assertThat(List.of(file, stored)).allSatisfy(fields -> {
            assertThat(fields.text("firstSeen")).isEqualTo("2020-06-11");
            assertThat(fields.texts("vantages")).containsExactly("NO");
            assertThat(fields.maybe("by")).isEmpty();
            fields.nothingElse();
        });
    }
}
