package org.lacuna.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.LogForTests;

@QuarkusTest
class AnswersTest {
    @TestHTTPResource("/")
    URL server;

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String READERS = POLICY + "; connect-src 'self'";

    private static void assertStrict(Response answer, String policy) {
        assertThat(answer.headers().getValues("Content-Security-Policy")).containsExactly(policy);
        assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().getValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers().hasHeaderWithName("Set-Cookie")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cases/zoom-humanitarian-china-2020",
                "/cases/nobody",
                "/cases?status=blocked",
                "/no/such/page",
                "/assets/0/lacuna.css",
                "/assets/0/nothing.css",
                "/submitted",
                "/q/openapi",
                "/q/health",
                "/q/nothing"
            })
    void every_answer_carries_the_strict_headers(String path) {
        assertStrict(given().urlEncodingEnabled(false).get(path), READERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/submit", "/zh-Hans/submit", "/submit/nothing", "/api/v1/cases", "/api/v1/cases/nobody"})
    void pages_of_people_who_report_may_ask_for_nothing_at_all(String path) {
        assertStrict(given().urlEncodingEnabled(false).get(path), POLICY);
    }

    @Test
    void a_method_that_is_not_allowed_and_a_body_that_is_too_big_carry_them_too() {
        assertStrict(given().delete("/cases"), READERS);
        assertStrict(
                given().contentType("application/x-www-form-urlencoded")
                        .body("x=" + "y".repeat(3_000_000))
                        .post("/submit"),
                POLICY);
    }

    @ParameterizedTest
    @CsvSource({
        "/submit, too much at once, go back in your browser",
        "/desk/login, too long, Send less at once",
    })
    void a_form_the_server_cannot_take_gets_a_page_that_says_so(String path, String what, String then) {
        Response answer = given().contentType("application/x-www-form-urlencoded")
                .body("what=" + "y".repeat(8 * 1024 * 1024))
                .post(path);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().getValues("Content-Security-Policy")).containsExactly(POLICY);
        assertThat(Jsoup.parse(answer.asString()).text()).contains(what, "4,194,304 bytes", then);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /submit        | no-type",
                "POST /desk/login    | ''",
                "POST /api/v1/search | text/",
                "GET /cases          | ;charset=utf-8",
                "GET /nothing-here   | a/b/c",
            })
    void a_type_that_cannot_be_read_is_the_sender_s_fault_and_fills_no_log(String line, String type)
            throws IOException {
        try (LogForTests log = new LogForTests();
                Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\n"
                                    + "Content-Type: " + type + "\r\n\r\na=b")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 415")
                    .contains("Expected a Content-Type");
            assertThat(log.lines()).doesNotContain("our fault");
        }
    }

    @Test
    void only_swagger_ui_may_run_its_own_script() {
        Response swagger = given().get("/q/swagger-ui/");
        assertThat(swagger.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .contains("default-src 'none'");
        assertThat(given().get("/q/swagger-ui-not").header("Content-Security-Policy"))
                .isEqualTo(READERS);
        assertThat(given().urlEncodingEnabled(false)
                        .get("/q/swagger-ui/../../cases")
                        .header("Content-Security-Policy"))
                .isEqualTo(READERS);
    }

    @Test
    void what_somebody_looked_for_is_kept_by_no_cache() {
        for (String path :
                new String[] {"/cases?q=zoom", "/api/v1/cases?q=zoom", "/cases?platform=zoom&q=", "/?%71=a"}) {
            assertThat(given().urlEncodingEnabled(false).get(path).headers().getValues("Cache-Control"))
                    .as(path)
                    .containsExactly("no-store");
        }
        assertThat(given().get("/api/v1/cases?platform=zoom").header("Cache-Control"))
                .contains("public");
    }

    @Test
    void what_may_hold_a_secret_is_not_compressed() {
        for (String path : new String[] {"/submit", "/submit/status", "/desk/login"}) {
            assertThat(given().header("Accept-Encoding", "gzip").get(path).header("Content-Encoding"))
                    .as(path)
                    .isNull();
        }
        assertThat(given().header("Accept-Encoding", "gzip").get("/cases").header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void the_desk_may_see_that_a_form_came_from_the_desk() {
        assertThat(given().redirects().follow(false).get("/desk").header("Referrer-Policy"))
                .isEqualTo("same-origin");
    }

    @Test
    void the_stylesheet_is_kept_under_its_digest_and_asked_for_again_under_another() {
        String url = Jsoup.parse(given().get("/").asString())
                .select("link[rel=stylesheet]")
                .attr("href");
        Response sheet = given().get(url);
        assertThat(sheet.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(sheet.contentType()).startsWith("text/css");
        assertThat(sheet.asString()).doesNotContain("@import", "url(http", "//fonts");

        Response old = given().get("/assets/0000000000000000/lacuna.css");
        assertThat(old.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(old.asString()).isEqualTo(sheet.asString());
        assertThat(given().header("If-None-Match", sheet.header("ETag"))
                        .get(url)
                        .statusCode())
                .isEqualTo(304);
    }
}
