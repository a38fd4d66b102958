package org.lacuna.cases;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static Subject subject(String name, String url) {
        return new Subject("account", name, Optional.of(url), Optional.empty(), List.of());
    }

    private static Source source(String url) {
        return new Source("a", "Axios", "Title", Optional.of(url), Optional.empty(), "en", Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://zoom.us/",
                "zoom.us/somebody",
                "https://zoom.us@evil.example",
                "https://zoom.us:x@evil.example/a",
                "https://zoom.us%40x@evil.example/",
                "https://evil.example\\@zoom.us/",
                "https://zoom.us/a b",
                "https:///somebody",
                "https://zoom.us/\u202Egnp.exe"
            })
    void an_address_that_misleads_is_refused_of_a_subject_and_of_a_source(String url) {
        assertThatThrownBy(() -> subject("Somebody", url)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> source(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/@somebody",
                "https://medium.com/@somebody?to=a@b.example",
                "http://example.org:8080/中文",
                "https://例え.example/a[1]|b"
            })
    void an_address_as_it_is_used_is_taken(String url) {
        assertThatCode(() -> subject("Somebody", url)).doesNotThrowAnyException();
        assertThatCode(() -> source(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u202Egnp.exe", "a\u2066b", "a\u2069", "zo\u00ADom", "zo\u200Bom", "\uFEFFzoom", "a\u0000b"})
    void a_character_that_nobody_sees_is_refused_and_named(String name) {
        assertThatThrownBy(() -> subject(name, "https://zoom.us/a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+");
        assertThatThrownBy(() -> new Incident("a", name, "Summary", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+");
    }

    @Test
    void joiners_and_marks_of_scripts_that_need_them_are_taken() {
        for (String name : List.of("می\u200Cخواهم", "👩\u200D💻", "ئۇيغۇر\u200F!", "line\nline\ttab")) {
            assertThatCode(() -> subject(name, "https://zoom.us/a")).doesNotThrowAnyException();
        }
    }
}
