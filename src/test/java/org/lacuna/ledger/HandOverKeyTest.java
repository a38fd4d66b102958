package org.lacuna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.ledger.note.Checkpoint;
import org.lacuna.ledger.note.HandOver;
import org.lacuna.ledger.note.NoteKey;
import org.lacuna.shared.CanonicalJson;

@QuarkusTest
class HandOverKeyTest {
    @Inject
    HandOverKey handOver;

    @Inject
    LogQueries queries;

    @Inject
    LogSigner signer;

    @Inject
    PublicLog log;

    @Inject
    ObjectMapper json;

    @Test
    @TestTransaction
    void the_old_key_signs_that_the_new_one_follows_and_signs_no_checkpoint_any_more(@TempDir Path folder)
            throws Exception {
        String before = log.key();
        String after = handOver.to(folder.resolve("next.key"));
        long last = queries.leaves() - 1;
        byte[] bytes = queries.entries(last, last + 1).get(0);
        JsonNode entry = json.readTree(bytes);
        assertThat(CanonicalJson.bytes(entry)).isEqualTo(bytes);
        assertThat(entry.path("from").textValue()).isEqualTo(before);
        assertThat(entry.path("to").textValue()).isEqualTo(after).isEqualTo(log.key());
        assertThat(new HandOver(
                                NoteKey.parse(before),
                                NoteKey.parse(after),
                                Base64.getDecoder()
                                        .decode(entry.path("signature").textValue()))
                        .signed())
                .isTrue();
        assertThatThrownBy(() -> signer.sign(new Checkpoint(log.origin(), TreeHead.EMPTY)))
                .isInstanceOf(LogBroken.class)
                .hasMessageContaining("handed over");
        assertThatThrownBy(() -> handOver.to(folder.resolve("third.key"))).hasMessageContaining("start it anew");
    }
}
