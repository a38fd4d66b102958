package org.lacuna.api.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lacuna.LogForTests;
import org.lacuna.shared.Database;

@QuarkusTest
class AccessTest {
    private static final String PATH = "/api/v1/vocabulary";

    @Inject
    ApiKeys keys;

    @Inject
    Database database;

    @Test
    void a_reader_without_a_key_is_told_what_is_left() {
        String circuit = UUID.randomUUID().toString();

        Response first = by(circuit).get(PATH);
        Response second = by(circuit).get(PATH);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("RateLimit-Limit")).isEqualTo("600");
        assertThat(first.header("RateLimit-Policy")).isEqualTo("600;w=60");
        assertThat(Integer.parseInt(first.header("RateLimit-Reset"))).isBetween(1, 60);
        assertThat(first.header("Access-Control-Expose-Headers")).contains("RateLimit-Remaining", "Retry-After");
        assertThat(second.header("RateLimit-Remaining")).isIn("598", "599");
        assertThat(by(circuit).get("/").header("RateLimit-Limit"))
                .as("pages have none")
                .isNull();
    }

    @Test
    void a_key_has_limits_of_its_own_and_beyond_them_the_answer_is_429() throws Exception {
        try (LogForTests log = new LogForTests()) {
            String key = keys.give("daily-news", 5);
            try {
                assertThat(key).startsWith("lacuna_").hasSizeGreaterThan(40);
                assertThat(database.list("SELECT api_key::text FROM api_key", row -> row.getString(1))
                                .toString())
                        .contains("daily-news")
                        .doesNotContain(key);
                await().atMost(Duration.ofSeconds(3))
                        .until(() -> with(key).get(PATH).statusCode() != 401);

                Response last = with(key).get(PATH);
                for (int i = 0; i < 10 && last.statusCode() == 200; i++) {
                    last = with(key).get("/api/v1/cases/zoom-humanitarian-china-2020");
                }

                last.then()
                        .statusCode(429)
                        .contentType("application/problem+json")
                        .header("RateLimit-Limit", "5")
                        .header("RateLimit-Remaining", "0")
                        .header("Cache-Control", "no-store")
                        .header("Access-Control-Allow-Origin", "*")
                        .body("title", equalTo("Too Many Requests"))
                        .body("detail", containsString("at most 5 requests per minute"));
                assertThat(last.header("Retry-After")).isEqualTo(last.header("RateLimit-Reset"));
                assertThat(given().get(PATH).statusCode()).as("others").isEqualTo(200);
                assertThatThrownBy(() -> keys.give("daily-news", 5)).hasMessageContaining("revoke it first");
            } finally {
                keys.revoke("daily-news");
            }
            await().atMost(Duration.ofSeconds(3))
                    .until(() -> with(key).get(PATH).statusCode() == 401);
            assertThat(keys.revoke("daily-news")).isFalse();
            assertThat(keys.list())
                    .anyMatch(each ->
                            each.name().equals("daily-news") && each.revoked().isPresent());
            assertThat(log.lines()).doesNotContain(key);
            assertThat(given().get("/q/metrics").asString()).doesNotContain(key, "daily-news");
        }
    }

    @Test
    void a_key_that_does_not_hold_is_a_problem_and_not_a_silent_lower_limit() {
        with("lacuna_nothing")
                .get(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .body("detail", containsString("Reading needs no key"));
        given().header("Authorization", "Basic Zm9vOmJhcg==").get(PATH).then().statusCode(200);
        given().get(PATH + "?key=lacuna_nothing")
                .then()
                .statusCode(400)
                .header("RateLimit-Limit", "60000")
                .body("parameter", equalTo("key"));
    }

    @Test
    void a_browser_may_ask_whether_it_may_send_a_key() {
        given().header("Origin", "https://news.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .options(PATH)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Headers", containsString("Authorization"));
    }

    private static RequestSpecification by(String circuit) {
        return given().header("X-Lacuna-Circuit", circuit);
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
