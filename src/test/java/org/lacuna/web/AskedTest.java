package org.lacuna.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacuna.page.Say;
import org.lacuna.page.language.Language;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Parameter;

class AskedTest {
    private static Asked asked(String... namesAndValues) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Asked.of(query);
    }

    @Test
    void the_address_of_the_next_page_keeps_what_was_asked_letter_by_letter() {
        Asked asked = asked("q", "50% {x} %41 a&b+c=共匪", "platform", "zoom", "status", "");

        URI address = URI.create(asked.from("abc_-"));

        assertThat(address.getPath()).isEqualTo("/cases");
        assertThat(address.getRawQuery().split("&"))
                .extracting(parameter -> URLDecoder.decode(parameter, StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder("q=50% {x} %41 a&b+c=共匪", "platform=zoom", "cursor=abc_-");
    }

    @Test
    void empty_fields_ask_for_everything() {
        Asked asked = asked("q", "  ", "country", "", "from", "");
        assertThat(asked.filter()).isEqualTo(CaseFilter.all());
        assertThat(asked.address()).isEqualTo("/cases");
    }

    @Test
    void every_field_of_the_filter_is_taken_and_offered() {
        for (Parameter parameter : CaseFilter.parameters()) {
            assertThat(asked(parameter.name(), parameter.example().orElseThrow())
                            .filter()
                            .asked(parameter.name()))
                    .as(parameter.name())
                    .isPresent();
        }
        FindForm form = FindForm.of(asked("minLatency", "7"), List.of(), Say.in(Language.ENGLISH));
        assertThat(Stream.concat(form.usual().stream(), form.more().stream()).map(FindForm.Field::name))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(CaseFilter.parameters().stream().map(Parameter::name), Stream.of("sort"))
                                .filter(name -> !name.equals("q"))
                                .toList());
        assertThat(form.more())
                .filteredOn(field -> field.label().contains("."))
                .as("without a label")
                .isEmpty();
        assertThat(form.opened()).isTrue();
    }

    @Test
    void a_wrong_value_is_refused_and_says_what_was_expected() {
        assertThatThrownBy(() -> asked("from", "last year"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("from")
                .hasMessageContaining("2020-06");
        assertThatThrownBy(() -> asked("q", "a\u0000b")).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> asked("q", "x".repeat(201))).hasMessageContaining("up to 200");
        assertThatThrownBy(() -> asked("asOf", "soon")).isInstanceOf(BadRequestException.class);
    }

    @Test
    void a_feed_follows_the_filter_and_nothing_else() {
        assertThat(asked("status", "restored", "sort", "title", "asOf", "2026-01-01")
                        .feed("atom"))
                .isEqualTo("/feeds/cases.atom?status=restored");
    }
}
