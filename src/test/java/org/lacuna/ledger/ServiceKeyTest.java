package org.lacuna.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ServiceKeyTest {
    private static final byte[] MESSAGE = "what we say".getBytes(StandardCharsets.UTF_8);

    @Inject
    ServiceKey inUse;

    @Inject
    KeyQueries queries;

    @Inject
    LedgerSettings settings;

    private ServiceKey with(Path file) {
        return new ServiceKey(() -> file, queries);
    }

    @Test
    void anybody_can_check_a_signature_with_the_key_that_the_api_shows() throws Exception {
        var shown = given().get("/api/v1/key").then().statusCode(200).extract().jsonPath();
        assertThat(shown.getString("algorithm")).isEqualTo("Ed25519");
        assertThat(Base64.getDecoder().decode(shown.getString("publicKey"))).isEqualTo(inUse.publicKey());

        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        Pem.read("PUBLIC KEY", shown.getString("pem")).orElseThrow())));
        check.update(MESSAGE);
        assertThat(check.verify(inUse.sign(MESSAGE))).isTrue();
    }

    @Test
    void another_process_with_the_same_file_signs_and_derives_the_same() {
        ServiceKey other = with(settings.keyFile());
        assertThat(other.sign(MESSAGE)).isEqualTo(inUse.sign(MESSAGE));
        assertThat(other.derive("cursors"))
                .hasSize(ServiceKey.DERIVED_BYTES)
                .isEqualTo(inUse.derive("cursors"))
                .isNotEqualTo(inUse.derive("something else"));
    }

    @Test
    void a_process_without_the_file_makes_no_second_key_and_still_knows_the_public_half(@TempDir Path folder) {
        Path absent = folder.resolve("keys").resolve("service.key");
        ServiceKey elsewhere = with(absent);
        assertThatThrownBy(() -> elsewhere.sign(MESSAGE))
                .hasMessageContaining(absent.toString())
                .hasMessageContaining("Copy the file from the process that made it");
        assertThat(absent).doesNotExist();
        assertThat(elsewhere.publicKey()).isEqualTo(inUse.publicKey());
    }

    @Test
    void another_installation_s_key_is_refused(@TempDir Path folder) {
        Path other = folder.resolve("other.key");
        SigningKeyFile.make(other);
        assertThatThrownBy(() -> with(other).derive("cursors"))
                .hasMessageContaining(inUse.verification().toString())
                .hasMessageContaining("lacuna.ledger.key-file");
    }
}
