package org.lacuna.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void names_are_sorted_by_code_unit_and_spaces_go() throws Exception {
        assertThat(
                        canonical(
                                "{ \"b\": [ 1, -2, true, null, {} , [] ], \"a\": { \"é\": 1, \"z\": 2, \"\\ud83d\\ude00\": 3, \"\\ufb33\": 4 } }"))
                .isEqualTo("{\"a\":{\"z\":2,\"é\":1,\"\uD83D\uDE00\":3,\"\uFB33\":4},\"b\":[1,-2,true,null,{},[]]}");
    }

    @Test
    void only_what_must_be_is_escaped() throws Exception {
        assertThat(canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/ \\u2028\""))
                .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/ \u2028\"");
    }

    @Test
    void numbers_that_would_be_rounded_are_refused() {
        assertThatThrownBy(() -> canonical("1.5")).hasMessageContaining("expected a whole number");
        assertThatThrownBy(() -> canonical("9007199254740992")).hasMessageContaining("expected a whole number");
    }

    @Test
    void half_a_character_is_refused() {
        assertThatThrownBy(() -> canonical("\"\\ud83d\"")).hasMessageContaining("surrogate");
    }

    private String canonical(String text) throws Exception {
        return new String(CanonicalJson.bytes(json.readTree(text)), StandardCharsets.UTF_8);
    }
}
