package org.lacuna.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiTest {
    @Test
    void the_change_feed_has_no_gaps_and_can_be_read_from_the_start() {
        List<Integer> numbers = new ArrayList<>();
        String next = "/api/v1/changes?after=0&limit=20";
        while (next != null) {
            Response page = when().get(next);
            numbers.addAll(page.jsonPath().getList("changes.sequence", Integer.class));
            next = page.jsonPath().getString("next");
        }

        assertThat(numbers).hasSizeGreaterThan(60);
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void a_change_names_the_digest_of_the_document_that_it_wrote() {
        String slug = "linkedin-zhou-fengsuo-2019";
        String tag = when().get("/api/v1/cases/" + slug).header("ETag");

        List<String> digests = when().get("/api/v1/changes?limit=500")
                .jsonPath()
                .getList("changes.findAll { it.slug == '" + slug + "' && it.kind == 'case' }.digest", String.class);
        assertThat(digests).last().isEqualTo(tag.replace("\"", ""));
    }

    @Test
    void an_incident_shows_each_person_with_their_own_status() {
        when().get("/api/v1/incidents/zoom-june-fourth-2020")
                .then()
                .statusCode(200)
                .body(
                        "cases.slug",
                        contains("zoom-humanitarian-china-2020", "zoom-lee-cheuk-yan-2020", "zoom-wang-dan-2020"))
                .body("cases.status", contains("restored", "restored", "restored"))
                .body("cases[1].restrictions[0].latencyDays.min", equalTo(0))
                .body("cases[1].restrictions[0].latencyDays.max", equalTo(20));
    }

    @Test
    void every_platform_of_the_record_is_listed() {
        when().get("/api/v1/platforms")
                .then()
                .body(
                        "platforms.id",
                        hasItems("zoom", "linkedin", "youtube", "x", "github", "any-site", "wechat", "bing", "tiktok"));
        when().get("/api/v1/platforms/linkedin")
                .then()
                .body("name", equalTo("LinkedIn"))
                .body("watched", notNullValue());
        when().get("/api/v1/platforms/bing").then().body("watched", nullValue());
    }

    @Test
    void the_vocabulary_gives_each_word_a_meaning() {
        when().get("/api/v1/vocabulary")
                .then()
                .body("outcome", hasKey("no-answer"))
                .body("measure", hasKey("DECISION_VISIBILITY_CONTENT_DISABLED"))
                .body("status.keySet()", hasItem("partially-restored"))
                .body("explanation.values().every { it.length() > 5 }", equalTo(true));
    }

    @Test
    void every_site_may_read_the_api_and_only_the_api() {
        given().header("Origin", "https://newsroom.example")
                .get("/api/v1/cases")
                .then()
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", "https://newsroom.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/api/v1/cases")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", not(containsString("POST")));
        given().header("Origin", "https://newsroom.example")
                .get("/")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void openapi_describes_every_endpoint_with_an_example() {
        String openapi =
                given().header("Accept", "application/json").get("/q/openapi").asString();

        assertThat(openapi)
                .contains(
                        "/api/v1/cases/{slug}",
                        "/api/v1/incidents",
                        "/api/v1/platforms",
                        "/api/v1/changes",
                        "/api/v1/vocabulary")
                .contains("zoom-humanitarian-china-2020")
                .contains("\"PublicCase\"", "\"latencyDays\"", "\"demandedBy\"")
                .contains("Claimed and observed are never mixed")
                .doesNotContain("/desk");
    }
}
