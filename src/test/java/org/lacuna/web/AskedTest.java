package org.lacuna.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.publication.CaseFilter;

class AskedTest {
    @Test
    void the_address_of_the_next_page_keeps_what_was_asked_letter_by_letter() {
        Asked asked = new Asked();
        asked.q = "50% {x} %41 a&b+c=共匪";
        asked.platform = "zoom";
        asked.status = "";

        URI address = URI.create(asked.address(Optional.of("abc_-")));

        assertThat(address.getPath()).isEqualTo("/cases");
        assertThat(address.getRawQuery().split("&"))
                .extracting(parameter -> URLDecoder.decode(parameter, StandardCharsets.UTF_8))
                .containsExactly("q=50% {x} %41 a&b+c=共匪", "platform=zoom", "cursor=abc_-");
    }

    @Test
    void empty_fields_ask_for_everything() {
        Asked asked = new Asked();
        asked.q = "  ";
        asked.country = "";
        assertThat(asked.filter()).isEqualTo(CaseFilter.all());
        assertThat(asked.address(Optional.empty())).isEqualTo("/cases");
    }
}
