package org.lacuna.boot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest {
    @Test
    void readiness_asks_the_database() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("Database connections health check"));
    }

    @Test
    void numbers_for_prometheus_are_there_and_quote_no_address_that_was_asked_for() {
        given().get("/cases/they-called-my-mother?receipt=seven-words");
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("jvm_memory_used_bytes"))
                .body(containsString("http_server_requests_seconds_count"))
                .body(not(containsString("mother")))
                .body(not(containsString("seven-words")));
    }

    @Test
    void the_numbers_do_not_tell_that_somebody_reports_or_works_at_the_desk() {
        given().get("/platforms");
        String before = numbers();
        given().contentType("application/x-www-form-urlencoded")
                .formParam("subject", "https://zoom.us/j/1")
                .formParam("what", "They cut us off.")
                .post("/submit")
                .then()
                .statusCode(200);
        for (String path :
                List.of("/submit", "//submit", "/submit;a=b", "/%73ubmit", "/submit/status", "/desk/login")) {
            given().urlEncodingEnabled(false).get(path);
            given().urlEncodingEnabled(false).contentType("text/plain").post(path);
        }
        given().contentType("application/x-www-form-urlencoded")
                .body("x=" + "y".repeat(9_000_000))
                .post("/submit");
        assertThat(numbers()).isEqualTo(before).contains("/platforms").doesNotContain("submit", "desk", "POST");
    }

    /** What is counted of requests. That pages which are not there were asked for says nothing of a page that is. */
    private static String numbers() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("http_server") || line.startsWith("worker_pool"))
                .filter(line -> !line.contains("/q/metrics") && !line.contains("NOT_FOUND"))
                .map(line -> line.replaceAll("(_seconds_(sum|max).*) .*", "$1"))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
