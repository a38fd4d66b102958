package org.lacuna.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.ledger.LogSteps;
import org.lacuna.ledger.PublicLog;
import org.lacuna.ledger.merkle.Bundle;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.InclusionProof;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.ledger.note.Checkpoint;
import org.lacuna.ledger.note.NoteKey;
import org.lacuna.ledger.note.SignedNote;
import org.lacuna.shared.Digest;

@QuarkusTest
class LogApiTest {
    private static final String CASE = "/api/v1/cases/zoom-humanitarian-china-2020";

    @Inject
    LogSteps steps;

    @Inject
    PublicLog log;

    @BeforeEach
    void everything_is_in_the_log() {
        steps.all();
    }

    private TreeHead head(byte[] checkpoint) {
        SignedNote note = SignedNote.parse(checkpoint);
        assertThat(note.signedBy(NoteKey.parse(log.key()))).isTrue();
        return Checkpoint.parse(note.text()).head();
    }

    @Test
    void the_checkpoint_is_signed_text_that_is_kept_for_a_moment() {
        Response answer = given().get("/log/checkpoint");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/plain; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=1");
        assertThat(head(answer.asByteArray())).isEqualTo(log.head());
    }

    @Test
    void a_version_of_a_case_is_proven_from_its_bytes_to_the_signature() {
        byte[] document = given().get(CASE).asByteArray();
        JsonPath proof =
                given().get(CASE + "/proof").then().statusCode(200).extract().jsonPath();
        assertThat(proof.getString("digest")).isEqualTo(Digest.of(document).toString());
        assertThat(proof.getString("entry")).contains(proof.getString("digest"));
        List<Hash> path =
                proof.getList("path", String.class).stream().map(Hash::ofBase64).toList();
        TreeHead head = head(proof.getString("checkpoint").getBytes(StandardCharsets.UTF_8));
        Hash leaf = Hash.leaf(proof.getString("entry").getBytes(StandardCharsets.UTF_8));
        assertThat(new InclusionProof(proof.getLong("index"), head.size(), path).shows(leaf, head))
                .isTrue();
        assertThat(proof.getString("text"))
                .startsWith("c2sp.org/tlog-proof@v1\nindex " + proof.getLong("index") + "\n")
                .endsWith(proof.getString("checkpoint"));
        given().get(CASE + "/proof?sequence=" + proof.getLong("sequence"))
                .then()
                .statusCode(200);
    }

    @Test
    void tiles_and_entries_are_kept_for_ever_and_entries_come_packed() {
        long size = log.head().size();
        String first = size < 256 ? "000.p/" + size : "000";
        Response entries = given().header("Accept-Encoding", "gzip").get("/log/tile/entries/" + first);
        assertThat(entries.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(entries.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        List<byte[]> read = Bundle.read(entries.asByteArray());
        Response hashes = given().get("/log/tile/0/" + first);
        assertThat(hashes.contentType()).isEqualTo("application/octet-stream");
        assertThat(hashes.asByteArray())
                .hasSize(read.size() * Hash.BYTES)
                .startsWith(Hash.leaf(read.get(0)).bytes());
        assertThat(given().get("/log/tile/entries/000.p/1").asByteArray()).isEqualTo(Bundle.write(read.subList(0, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/0",
                "tile/64/000",
                "tile/0/000.p/256",
                "tile/x/000",
                "tile/0/%2e%2e/checkpoint",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/257",
                "tile/0/000.p/-1",
                "tile/00/000",
                "tile/-1/000",
                "tile/0/x000/000",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/0/000%00",
                "tile/0/%D9%A0%D9%A0%D9%A0",
                "tile/entries/000.p/",
                "tile/Entries/000",
                "tile/0/0000",
                "tile/1e1/000"
            })
    void garbage_is_told_so(String path) {
        given().urlEncodingEnabled(false)
                .get("/log/" + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo("file"))
                .body("example", equalTo("tile/0/000"));
    }

    @Test
    void what_lies_beyond_the_tree_is_not_there() {
        given().get("/log/tile/0/x999/999").then().statusCode(404);
        given().get("/log/tile/5/000").then().statusCode(404);
        given().get("/log/tile/7/000").then().statusCode(404);
        given().get("/log/tile/8/000").then().statusCode(404);
        given().get("/log/tile/63/x999/x999/x999/x999/x999/999").then().statusCode(404);
        given().get("/log/tile/0/%03d".formatted(log.head().size() / 256))
                .then()
                .statusCode(404);
        long beyond = log.head().size() % 256 + 1;
        given().get("/log/tile/entries/%03d.p/%d".formatted(log.head().size() / 256, beyond))
                .then()
                .statusCode(404);
        given().get("/log/private").then().statusCode(404);
    }

    @Test
    void an_unknown_version_is_a_problem() {
        given().get(CASE + "/proof?sequence=999999999")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("999999999"));
        given().get("/api/v1/cases/no-such-case/proof").then().statusCode(404).contentType("application/problem+json");
        long another = json("/api/v1/cases/zoom-lee-cheuk-yan-2020").getLong("sequence");
        given().get(CASE + "/proof?sequence=" + another).then().statusCode(404);
        given().get("/api/v1/cases/zoom-june-fourth-2020/proof").then().statusCode(404);
        given().get(CASE + "/proof?sequence=0").then().statusCode(400);
        given().get(CASE + "/proof?sequence=-1").then().statusCode(400);
        given().get(CASE + "/proof?sequence=99999999999999999999").then().statusCode(400);
        given().get(CASE + "/proof?sequence=first").then().statusCode(400).body("parameter", equalTo("sequence"));
    }

    private static JsonPath json(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void people_are_told_what_the_log_is_and_where_a_case_stands_in_it() {
        given().get("/log").then().statusCode(200).body(containsString(log.key()));
        given().get("/cases/zoom-humanitarian-china-2020")
                .then()
                .statusCode(200)
                .body(containsString("Recorded as no. "));
    }
}
