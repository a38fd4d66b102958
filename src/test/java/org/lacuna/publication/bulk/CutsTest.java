package org.lacuna.publication.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutsTest {
    private static List<String> items(String document) {
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        return new Cuts("sources")
                .of(body).stream()
                        .map(cut -> new String(body, cut.from(), cut.to() - cut.from(), StandardCharsets.UTF_8))
                        .toList();
    }

    @Test
    void each_item_is_cut_out_as_it_stands() {
        assertThat(items("{\"a\":[{\"b\":1}],\"sources\":[{\"id\":\"one\",\"of\":[{}]},{\"id\":\"乌鲁木齐\"}],\"z\":[{}]}"))
                .containsExactly("{\"id\":\"one\",\"of\":[{}]}", "{\"id\":\"乌鲁木齐\"}");
    }

    @Test
    void brackets_quotes_and_the_lists_own_name_in_a_text_are_text() {
        assertThat(items("""
                        {"a":"\\"sources\\":[{\\\\","b":{"sources":[{"no":1}]},"sources":[{"t":"}]\\"{","u":"\\\\"}]}""")).containsExactly("{\"t\":\"}]\\\"{\",\"u\":\"\\\\\"}");
    }

    @Test
    void a_document_without_the_list_has_none() {
        assertThat(items("{\"sources\":[]}")).isEmpty();
        assertThat(items("{\"gone\":true}")).isEmpty();
    }
}
