package org.lacuna.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormEncodingTest {
    private static SentForm form(String body) {
        return SentForm.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void any_script_arrives_as_it_was_typed() {
        assertThat(form("what=%E8%93%9D+%F0%9F%98%80%26%3D").value("what")).isEqualTo("蓝 😀&=");
        assertThat(form("what=蓝").value("what"))
                .as("not encoded at all, as a careless tool sends it")
                .isEqualTo("蓝");
    }

    @Test
    void a_stray_percent_sign_stays_what_it_is() {
        assertThat(form("what=100% true %zz %4").value("what")).isEqualTo("100% true %zz %4");
        assertThat(form("what=%41").value("what")).isEqualTo("A");
    }

    @Test
    void bytes_of_another_encoding_are_marked_and_complained_about() {
        SentForm form = form("what=%B1%BE");
        assertThat(form.value("what")).isEqualTo("\uFFFD\uFFFD");
        form.text("what", 10);
        assertThat(form.problem("what")).contains("could not be read");
    }

    @Test
    void the_first_of_two_values_counts() {
        assertThat(form("a=1&a=2&=3&b&&c=").values()).containsOnly(entry("a", "1"), entry("c", ""));
    }

    @Test
    void a_form_of_more_fields_than_any_page_has_is_refused_at_once() {
        String fields = "a=1&".repeat(FormEncoding.MOST_FIELDS);
        assertThat(form(fields).value("a")).isEqualTo("1");
        for (String bomb : List.of(fields + "b=2", "a&".repeat(1_000_000), "a=&".repeat(1_000_000))) {
            assertThatThrownBy(() -> form(bomb))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("at most 512 fields");
        }
        assertThat(form("&".repeat(1_000_000) + "b=2").value("b")).isEqualTo("2");
    }

    @Test
    void an_empty_body_is_an_empty_form() {
        assertThat(form("").values()).isEmpty();
    }
}
