package org.lacuna.api.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lacuna.Corpus;

class SignatureTest {
    @Test
    void the_vector_of_the_reference_library_comes_out() throws Exception {
        JsonNode vector = new ObjectMapper()
                .readTree(Corpus.folder("webhooks")
                        .resolve("standard-webhooks-vector.json")
                        .toFile());
        byte[] body = vector.get("payload").asText().getBytes(StandardCharsets.UTF_8);
        String secret = vector.get("secret").asText();

        for (String written : List.of(secret, secret.substring("whsec_".length()))) {
            assertThat(Signature.header(
                            List.of(Signature.secret(written)),
                            vector.get("msg_id").asText(),
                            vector.get("timestamp").asLong(),
                            body))
                    .isEqualTo(vector.get("expected").asText());
        }
    }

    @Test
    void two_secrets_give_two_signatures_with_a_space_between() {
        byte[] one = Signature.newSecret();
        byte[] other = Signature.newSecret();
        byte[] body = {'1'};
        assertThat(Signature.header(List.of(one, other), "msg_1", 7, body))
                .isEqualTo(Signature.header(List.of(one), "msg_1", 7, body) + " "
                        + Signature.header(List.of(other), "msg_1", 7, body));
    }

    @Test
    void a_secret_reads_with_and_without_padding_and_none_is_refused() {
        byte[] secret = Signature.newSecret();
        String written = Signature.written(secret);
        assertThat(written).startsWith("whsec_");
        assertThat(Signature.secret(written)).isEqualTo(secret).hasSize(32);
        assertThat(Signature.secret(written.replace("=", ""))).isEqualTo(secret);
        assertThatThrownBy(() -> Signature.secret("whsec_")).hasMessageContaining("found none");
    }

    @Test
    void waits_grow_and_differ_a_little_by_chance() {
        Random chance = new Random(1);
        assertThat(Backoff.after(1, chance)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(Backoff.after(3, chance)).isBetween(Duration.ofSeconds(64), Duration.ofSeconds(96));
        assertThat(Backoff.after(1000, chance)).isBetween(Duration.ofHours(9), Duration.ofHours(15));
        assertThat(Backoff.after(2, chance)).isNotEqualTo(Backoff.after(2, chance));
    }
}
