package org.lacuna.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.lacuna.ledger.LogSteps;
import org.lacuna.ledger.PublicLog;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.InclusionProof;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.ledger.note.Checkpoint;
import org.lacuna.ledger.note.NoteKey;
import org.lacuna.ledger.note.SignedNote;
import org.lacuna.publication.editions.Edition;
import org.lacuna.shared.Digest;

/** From the files of an edition to the signature under the log. */
@QuarkusTest
class ProvenEditionTest {
    private static final String REPORT = "geo-blocks";

    @Inject
    EditionForTests editions;

    @Inject
    LogSteps steps;

    @Inject
    PublicLog log;

    private static String link(String page, int status) {
        return Jsoup.parse(given().get(page).then().statusCode(status).extract().asString())
                .select(".about-edition a[href$=/proof], .about-edition a[href*=/proof?]")
                .attr("href");
    }

    /** As a reader does it who has the log's key and nothing else of ours. */
    private void assertProves(JsonPath proof, byte[] document) {
        String entry = proof.getString("entry");
        assertThat(JsonPath.from(entry).getString("digest"))
                .as("the entry is of this document")
                .isEqualTo(Digest.of(document).toString());
        SignedNote note = SignedNote.parse(proof.getString("checkpoint").getBytes(StandardCharsets.UTF_8));
        assertThat(note.signedBy(NoteKey.parse(log.key()))).isTrue();
        TreeHead head = Checkpoint.parse(note.text()).head();
        List<Hash> path =
                proof.getList("path", String.class).stream().map(Hash::ofBase64).toList();
        InclusionProof inclusion = new InclusionProof(proof.getLong("index"), head.size(), path);
        assertThat(inclusion.shows(Hash.leaf(entry.getBytes(StandardCharsets.UTF_8)), head))
                .isTrue();
        String other = entry.replace("\"action\":\"", "\"action\":\"un");
        assertThat(inclusion.shows(Hash.leaf(other.getBytes(StandardCharsets.UTF_8)), head))
                .as("another entry in its place")
                .isFalse();
    }

    @Test
    void the_page_of_an_edition_leads_to_the_proof_that_its_document_is_a_leaf_of_the_log() {
        Edition edition = editions.another(REPORT);
        steps.all();
        String link = link("/reports/" + edition.name(), 200);
        assertThat(link)
                .isEqualTo("/api/v1/editions/" + edition.name() + "/proof?sequence="
                        + edition.change().orElseThrow());
        JsonPath proof = given().get(link).then().statusCode(200).extract().jsonPath();
        byte[] document =
                given().get("/reports/" + edition.name() + "/document.json").asByteArray();
        assertProves(proof, document);
        JsonPath entry = JsonPath.from(proof.getString("entry"));
        assertThat(entry.getString("kind")).isEqualTo("edition");
        assertThat(entry.getString("slug")).isEqualTo(edition.name());
        assertThat(entry.getString("action")).isEqualTo("created");
        assertThat(given().get("/api/v1/editions/" + edition.name() + "/proof").asString())
                .as("without a number that of today")
                .isEqualTo(given().get(link).asString());
        for (Edition.File file : edition.files()) {
            assertThat(new String(document, StandardCharsets.UTF_8))
                    .contains(Digest.of(given().get("/reports/" + edition.name() + "." + file.format())
                                    .asByteArray())
                            .toString());
        }
    }

    @Test
    void of_an_edition_that_has_ended_what_was_published_is_proved_and_its_tombstone_too() {
        String page = editions.ended();
        steps.all();
        String name = page.substring("/reports/".length());
        byte[] published = given().get(page + "/document.json").asByteArray();
        String link = link(page, 410);
        assertProves(given().get(link).jsonPath(), published);

        JsonPath tombstone = given().get("/api/v1/editions/" + name + "/proof").jsonPath();
        assertProves(
                tombstone,
                given().get("/api/v1/editions/" + name)
                        .then()
                        .statusCode(410)
                        .extract()
                        .asByteArray());
        assertThat(JsonPath.from(tombstone.getString("entry")).getString("action"))
                .isEqualTo("retracted");
    }

    @Test
    void what_is_no_version_of_an_edition_has_no_proof() {
        Edition edition = editions.another(REPORT);
        String proof = "/api/v1/editions/" + edition.name() + "/proof";
        given().get(proof)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType("application/problem+json")
                .body("detail", containsString("waits for its place in the log"));
        steps.all();
        given().get(proof).then().statusCode(200);
        long ofACase =
                given().get("/api/v1/cases/zoom-wang-dan-2020").jsonPath().getLong("sequence");
        given().get(proof + "?sequence=" + ofACase).then().statusCode(404).contentType("application/problem+json");
        given().get("/api/v1/cases/zoom-wang-dan-2020/proof?sequence="
                        + edition.change().orElseThrow())
                .then()
                .statusCode(404);
        given().get(proof + "?sequence=first").then().statusCode(400);
        given().get("/api/v1/editions/" + REPORT + "/99999/proof").then().statusCode(404);
        given().get("/api/v1/editions/" + REPORT + "/none/proof").then().statusCode(404);
    }
}
