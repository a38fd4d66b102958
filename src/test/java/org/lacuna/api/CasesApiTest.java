package org.lacuna.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.FoundingFiles;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;

@QuarkusTest
class CasesApiTest {
    private static final String ZOOM = "/api/v1/cases/zoom-humanitarian-china-2020";

    @Inject
    ObjectMapper json;

    @Test
    void a_case_is_the_public_document() {
        when().get(ZOOM)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("slug", equalTo("zoom-humanitarian-china-2020"))
                .body("title", equalTo("Humanitarian China (Zhou Fengsuo): account on Zoom"))
                .body("platform.id", equalTo("zoom"))
                .body("subject.basedIn", equalTo("US"))
                .body("status", equalTo("restored"))
                .body("verification", equalTo("corroborated"))
                .body("restrictions[0].state", equalTo("lifted"))
                .body("restrictions[0].demandedBy.government", equalTo("CN"))
                .body("restrictions[0].imposed.edtf", equalTo("2020-06-07"))
                .body("restrictions[0].lifts[0].entry", equalTo("e4"))
                .body("restrictions[0].lifts[0].how", equalTo("press-inquiry"))
                .body("restrictions[0].latencyDays.min", equalTo(3))
                .body("restrictions[0].latencyDays.max", equalTo(3))
                .body("restrictions[0].latencyDays.censored", equalTo(false))
                .body(
                        "timeline.findAll { it.type == 'statement' }.explanation",
                        contains("local-law", "government-demand", "apology", "government-demand", "government-demand"))
                .body("timeline[0].disputed[0].value", equalTo("2020-06-04"))
                .body("sources.id", hasItem("zoom-june-fourth-2020/axios-2020-06-10"))
                .body("observed", equalTo(null))
                .body("sequence", greaterThan(0));
    }

    @Test
    void every_public_case_of_the_record_has_its_expected_status() {
        FoundingFiles.rows("expected-status.csv").forEach(row -> {
            Response answer = when().get("/api/v1/cases/" + row[1]);
            if (row[0].startsWith("pressure-")) {
                assertThat(answer.statusCode()).as(row[1]).isEqualTo(404);
            } else {
                assertThat(answer.jsonPath().getString("status")).as(row[1]).isEqualTo(row[2]);
            }
        });
    }

    @Test
    void what_is_shielded_stays_inside() {
        when().get(ZOOM)
                .then()
                .body("timeline.id", not(hasItem("e9")))
                .body("timeline.type", not(hasItem("pressure")))
                .body("sources.id", not(hasItem("zoom-june-fourth-2020/worldtribune-2020-12-25")))
                .body("sources.id", hasItem("zoom-june-fourth-2020/cnn-2020-12-18"));
        when().get("/api/v1/incidents/pressure-video-calls-2020")
                .then()
                .statusCode(404)
                .body("detail", not(containsString("Horror")));
        assertThat(when().get("/api/v1/cases?limit=500").asString()
                        + when().get("/api/v1/incidents?limit=500").asString()
                        + when().get("/api/v1/changes?limit=500").asString())
                .contains("zoom-wang-dan-2020")
                .doesNotContain("pressure-horror-zoo")
                .doesNotContain("pressure-qelbinur")
                .doesNotContain("pressure-zumrat")
                .doesNotContain("worldtribune");
    }

    @Test
    void pressure_that_the_person_made_public_is_shown() {
        when().get("/api/v1/cases/facebook-woeser")
                .then()
                .body("timeline.find { it.id == 'e1' }.kind", equalTo("account-hacking"))
                .body(
                        "conflicts[0].values.value",
                        hasItems("2008-05-27 (US afternoon)", "2008-05-28 about 03:00 Beijing time"));
    }

    @Test
    void an_unlifted_restriction_is_censored_with_its_day() {
        when().get("/api/v1/cases/youtube-glory-to-hong-kong-2024")
                .then()
                .body("restrictions[0].latencyDays.censored", equalTo(true))
                .body("restrictions[0].latencyDays.max", equalTo(null))
                .body("restrictions[0].latencyDays.asOf", notNullValue());
    }

    @Test
    void the_bytes_are_canonical_and_their_digest_is_the_entity_tag() throws Exception {
        Response answer = when().get(ZOOM);

        byte[] body = answer.asByteArray();
        assertThat(body).isEqualTo(CanonicalJson.bytes(json.readTree(body)));
        assertThat(answer.header("ETag")).isEqualTo("\"" + Digest.of(body) + "\"");
        given().header("If-None-Match", answer.header("ETag")).get(ZOOM).then().statusCode(304);
        given().header("If-None-Match", "\"other\"").get(ZOOM).then().statusCode(200);
    }

    @Test
    void a_document_can_be_asked_for_as_it_stood() {
        when().get(ZOOM + "?asOf=2999-01-01").then().statusCode(200);
        when().get(ZOOM + "?asOf=2001-01-01").then().statusCode(404).body("detail", containsString("as of 2001-01-01"));
        when().get(ZOOM + "?asOf=once")
                .then()
                .statusCode(400)
                .body("detail", containsString("expected a date such as"));
    }

    @Test
    void filters_hold_together() {
        when().get("/api/v1/cases?platform=zoom&status=restored")
                .then()
                .body("cases.slug", hasItems("zoom-wang-dan-2020"))
                .body("cases.platform.id", everyItem(equalTo("zoom")))
                .body("cases.status", everyItem(equalTo("restored")));
        when().get("/api/v1/cases?country=VN").then().body("cases.slug", hasItem("facebook-bui-van-thuan-2020"));
        when().get("/api/v1/cases?country=kz").then().body("cases.slug", hasItem("youtube-atajurt-2021"));
        when().get("/api/v1/cases?from=2024-05&to=2024-05")
                .then()
                .body("cases.slug", contains("youtube-glory-to-hong-kong-2024"));
        when().get("/api/v1/cases?from=2016&limit=1").then().statusCode(400);
        when().get("/api/v1/cases?from=2015-12&to=2018-01").then().body("cases.slug", not(hasItem("facebook-woeser")));
        when().get("/api/v1/cases?verification=verified&platform=zoom")
                .then()
                .body("total", equalTo(0))
                .body("cases", equalTo(List.of()));
        when().get("/api/v1/cases?q=LEE Cheuk").then().body("cases.slug", contains("zoom-lee-cheuk-yan-2020"));
        when().get("/api/v1/cases?q=%25").then().body("cases.slug", not(hasItem("zoom-lee-cheuk-yan-2020")));
    }

    @Test
    void pages_follow_each_other_without_gaps_or_repeats() {
        List<String> slugs = new ArrayList<>();
        String next = "/api/v1/cases?platform=linkedin&limit=4";
        int pages = 0;
        while (next != null) {
            Response page = when().get(next);
            assertThat(page.statusCode()).isEqualTo(200);
            slugs.addAll(page.jsonPath().getList("cases.slug", String.class));
            next = page.jsonPath().getString("next");
            assertThat(page.header("Link")).isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
            pages++;
        }
        assertThat(pages).isGreaterThan(2);
        assertThat(slugs)
                .doesNotHaveDuplicates()
                .hasSize(when().get("/api/v1/cases?platform=linkedin").path("total"));
    }

    @Test
    void an_edited_cursor_is_refused_with_what_to_do() {
        String next = when().get("/api/v1/cases?limit=1").path("next");
        String cursor = next.substring(next.indexOf("cursor=") + 7);

        when().get("/api/v1/cases?limit=1&cursor=" + cursor).then().statusCode(200);
        for (String edited : List.of("x" + cursor, cursor.substring(1), "AAAA", "%F0%9F%98%80", "MTIz")) {
            when().get("/api/v1/cases?limit=1&cursor=" + edited)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString("start again without one"));
        }
        when().get("/api/v1/cases?platform=zoom&limit=1&cursor=" + cursor)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/cases/no-such-case      | 404 | expected the slug of a public case, found 'no-such-case'",
                "/api/v1/cases/%00               | 404 | expected the slug",
                "/api/v1/cases/Zoom%20'--        | 404 | expected the slug",
                "/api/v1/incidents/nothing       | 404 | expected the slug of a public incident",
                "/api/v1/platforms/nothing       | 404 | expected the id of a platform, found 'nothing'",
                "/api/v1/nothing                 | 404 | nothing at this address",
                "/api/v1/cases?statuss=restored  | 400 | found 'statuss'",
                "/api/v1/cases?status=fine       | 400 | 'status': expected a word out of [restricted,",
                "/api/v1/cases?country=ZZ        | 400 | expected an ISO 3166 code of two letters",
                "/api/v1/cases?limit=0           | 400 | expected a whole number from 1 to 500, found '0'",
                "/api/v1/cases?limit=many        | 400 | expected a whole number",
                "/api/v1/cases?limit=1&limit=2   | 400 | expected it once, found it 2 times",
                "/api/v1/cases?from=2020-06&to=2020-05 | 400 | 'to': expected a value not before 'from'",
                "/api/v1/cases?q=%00             | 400 | found text with control characters",
                "/api/v1/changes?after=-1        | 400 | expected a whole number",
            })
    void every_error_is_a_problem_that_says_what_was_expected(String url, int status, String detail) {
        given().urlEncodingEnabled(false)
                .get(url.strip())
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("type", equalTo("about:blank"))
                .body("detail", containsString(detail.strip()));
    }

    @Test
    void other_methods_are_a_problem_too() {
        when().post("/api/v1/cases").then().statusCode(405).contentType("application/problem+json");
    }
}
