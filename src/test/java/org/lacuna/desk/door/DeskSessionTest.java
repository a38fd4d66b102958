package org.lacuna.desk.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.shared.Database;

@QuarkusTest
class DeskSessionTest {
    @Inject
    DeskForTests desk;

    @Inject
    OneTimePasswords oneTimePasswords;

    @Inject
    DeskQueries queries;

    @Inject
    Clock clock;

    @Inject
    Database database;

    @Inject
    Sessions sessions;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk/",
                "/desk/sessions",
                "/desk/password",
                "/desk/submissions/0f0e0d0c-0000-4000-8000-000000000000",
                "/desk;x=1",
                "/%64esk",
                "//desk"
            })
    void without_a_session_every_page_leads_to_the_login(String path) {
        Response answer =
                given().urlEncodingEnabled(false).redirects().follow(false).get(path);
        assertThat(answer.asString()).doesNotContain("Submissions to look at", "Your sessions");
        assertThat(answer.statusCode()).isIn(303, 404);
        if (answer.statusCode() == 303) {
            assertThat(answer.header("Location")).endsWith("/desk/login");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void the_cookie_stays_at_the_desk_and_away_from_scripts() {
        Response answer = new DeskBrowser().login(desk.newEditor(), DeskForTests.ONE_TIME);
        Cookie session = answer.detailedCookie(DeskCookies.SESSION);
        assertThat(session.getPath()).isEqualTo("/desk");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Strict");
        assertThat(session.isSecured())
                .as("over plain HTTP it would never come back")
                .isFalse();
        assertThat(database.list("SELECT s::text FROM editor_session s", row -> row.getString(1))
                        .toString())
                .doesNotContain(session.getValue());
    }

    @Test
    void a_one_time_password_opens_nothing_but_the_page_that_changes_it() {
        DeskBrowser editor = desk.withOneTimePassword();
        assertThat(editor.get("/desk").header("Location")).endsWith("/desk/password");
        assertThat(editor.post("/desk/password", Map.of("password", DeskForTests.ONE_TIME, "new-password", "short"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(editor.get("/desk").statusCode()).isEqualTo(303);
        Map<String, String> change = Map.of(
                "password", DeskForTests.ONE_TIME,
                "new-password", DeskForTests.OWN,
                "repeated-password", DeskForTests.OWN);
        assertThat(editor.post("/desk/password", change).statusCode()).isEqualTo(303);
        assertThat(editor.get("/desk").header("Location"))
                .as("what comes next is tested in SecondStepTest")
                .isEqualTo("/desk/second-step");
    }

    @Test
    void a_form_without_its_token_is_refused_and_shown_again() {
        DeskBrowser editor = desk.loggedIn();
        Response without =
                editor.form().formParam("note", "half an hour of work & more").post("/desk/sessions/x/revoke");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(without.asString()).select("dd").text()).isEqualTo("half an hour of work & more");
        String ofAnotherSession = desk.loggedIn().token();
        assertThat(editor.post("/desk/logout", Map.of(), ofAnotherSession).statusCode())
                .isEqualTo(403);
        assertThat(editor.get("/desk").statusCode())
                .as("the log-out was not done")
                .isEqualTo(200);
    }

    @Test
    void what_comes_without_a_session_is_neither_read_nor_shown_again() {
        Response stranger = new DeskBrowser()
                .form()
                .body("note=echo&" + "a=&".repeat(1_000))
                .post("/desk/logout");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.asString()).doesNotContain("What you typed", "echo");
    }

    @Test
    void what_is_shown_again_is_no_longer_than_the_longest_form() {
        Response ended = new DeskBrowser()
                .form()
                .cookie(DeskCookies.SESSION, "ended")
                .formParam("note", "typed before")
                .formParam("long", "&".repeat(1_000_000))
                .post("/desk/logout");
        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.asString()).contains("typed before", "was longer").hasSizeLessThan(300_000);
    }

    @Test
    void nobody_is_led_to_another_host() {
        for (String path : new String[] {"/desk", "/desk/sessions"}) {
            assertThat(given().redirects()
                            .follow(false)
                            .header("Host", "evil.example")
                            .get(path)
                            .header("Location"))
                    .isEqualTo("/desk/login");
        }
        DeskBrowser editor = desk.withOneTimePassword();
        assertThat(editor.get("/desk").header("Location")).isEqualTo("/desk/password");
        assertThat(editor.post("/desk/logout", Map.of()).header("Location")).isEqualTo("/desk/login");
    }

    @Test
    void a_browser_is_forgotten_after_half_a_year_and_with_a_new_password() {
        String name = desk.newEditorWithOwnPassword();
        UUID editor = database.first("SELECT id FROM editor WHERE name = ?", row -> row.getObject(1, UUID.class), name)
                .orElseThrow();
        LocalDate today = LocalDate.now(clock);
        byte[] old = Token.draw().digest();
        byte[] known = Token.draw().digest();
        queries.rememberBrowser(old, editor, today.minusDays(181));
        queries.rememberBrowser(known, editor, today.minusDays(179));
        assertThat(queries.knowsBrowser(old, editor)).isFalse();
        assertThat(queries.knowsBrowser(known, editor)).isTrue();
        queries.rememberBrowser(Token.draw().digest(), editor, today);
        assertThat(rows(editor)).as("what has expired is deleted").isEqualTo(2);
        oneTimePasswords.renew(name, false);
        assertThat(rows(editor)).isZero();
        assertThat(queries.knowsBrowser(known, editor)).isFalse();
    }

    private long rows(UUID editor) {
        return database.first("SELECT count(*) FROM editor_browser WHERE editor = ?", row -> row.getLong(1), editor)
                .orElseThrow();
    }

    @Test
    void a_form_of_another_site_is_refused_even_with_the_token() {
        DeskBrowser editor = desk.loggedIn();
        Response answer = editor.form()
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("form-token", editor.token())
                .post("/desk/logout");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(given().header("Sec-Fetch-Site", "cross-site")
                        .formParam("name", "editor")
                        .formParam("password", "x")
                        .post("/desk/login")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_revoked_session_is_refused() {
        String name = desk.newEditorWithOwnPassword();
        DeskBrowser one = desk.loggedIn(name);
        DeskBrowser other = desk.loggedIn(name);
        assertThat(other.get("/desk").statusCode()).isEqualTo(200);

        String revoke = Jsoup.parse(one.get("/desk/sessions").asString()).select("tr").stream()
                .filter(row -> row.text().contains("another browser"))
                .findFirst()
                .orElseThrow()
                .select("form")
                .attr("action");
        assertThat(desk.loggedIn(DeskRole.SENIOR).post(revoke, Map.of()).statusCode())
                .as("nobody but an administrator ends somebody else's session")
                .isEqualTo(403);
        assertThat(one.post(revoke, Map.of()).statusCode()).isEqualTo(303);
        assertThat(other.get("/desk").statusCode()).isEqualTo(303);
        Response typed = other.post("/desk/submissions/x/close", Map.of("note", "typed before"), "any");
        assertThat(typed.statusCode()).isEqualTo(401);
        assertThat(typed.asString()).contains("typed before");
        assertThat(one.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void after_logging_out_the_cookie_opens_nothing() {
        DeskBrowser editor = desk.loggedIn();
        String token = editor.cookies().get(DeskCookies.SESSION);
        assertThat(editor.post("/desk/logout", Map.of()).statusCode()).isEqualTo(303);
        assertThat(given().redirects()
                        .follow(false)
                        .cookie(DeskCookies.SESSION, token)
                        .get("/desk")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void who_lost_the_password_gets_a_new_way_in_from_the_console() {
        String name = desk.newEditor();
        DeskBrowser before = new DeskBrowser();
        before.login(name, DeskForTests.ONE_TIME);
        String renewed = oneTimePasswords.renew(name, false).orElseThrow();
        assertThat(before.get("/desk").header("Location")).endsWith("/desk/login");
        assertThat(new DeskBrowser().login(name, DeskForTests.ONE_TIME).statusCode())
                .isEqualTo(401);
        DeskBrowser after = new DeskBrowser();
        assertThat(after.login(name, renewed).statusCode()).isEqualTo(303);
        assertThat(after.get("/desk").header("Location")).endsWith("/desk/password");
        assertThat(oneTimePasswords.renew("nobody of this name", false)).isEmpty();
    }
}
