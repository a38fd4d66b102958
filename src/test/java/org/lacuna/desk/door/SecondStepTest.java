package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.lacuna.shared.Database;

@QuarkusTest
class SecondStepTest {
    @Inject
    DeskForTests desk;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Test
    void after_the_one_time_password_the_second_step_is_set_up_before_anything_else() {
        DeskBrowser browser = new DeskBrowser();
        String name = desk.newEditor();
        browser.login(name, DeskForTests.ONE_TIME);
        browser.post("/desk/password", changed(DeskForTests.ONE_TIME, DeskForTests.OWN));
        assertThat(browser.get("/desk").header("Location")).isEqualTo("/desk/second-step");

        Document page = Jsoup.parse(browser.get("/desk/second-step").asString());
        String secret = page.select("#secret-text").text();
        assertThat(page.select("input[name=secret]").val()).isEqualTo(secret);
        assertThat(page.select("svg.qr path").attr("d")).hasSizeGreaterThan(1_000);
        Totp telephone = Totp.read(secret);
        Response wrong = browser.post("/desk/second-step", Map.of("secret", secret, "code", "12345"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.asString()).select("input[name=secret]").val())
                .as("the same secret, for it is in the telephone already")
                .isEqualTo(secret);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(303);

        Response done = browser.post(
                "/desk/second-step", Map.of("secret", secret, "code", telephone.code(Totp.step(clock.instant()))));
        assertThat(done.statusCode()).isEqualTo(200);
        List<String> codes =
                Jsoup.parse(done.asString()).select("#recovery-codes code").eachText();
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([0-9a-z]{4}-){3}[0-9a-z]{4}"));
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        String rows = database.list(
                        "SELECT e::text || c::text FROM editor e JOIN recovery_code c ON c.editor = e.id",
                        row -> row.getString(1))
                .toString();
        assertThat(rows)
                .isNotEmpty()
                .doesNotContain(secret, codes.get(0), codes.get(0).replace("-", ""));

        desk.telephone(name, telephone);
        assertThat(new DeskBrowser().login(name, DeskForTests.OWN).statusCode()).isEqualTo(401);
        assertThat(new DeskBrowser()
                        .login(name, DeskForTests.OWN, codes.get(3).toUpperCase(Locale.ROOT))
                        .statusCode())
                .isEqualTo(303);
        assertThat(new DeskBrowser().login(name, DeskForTests.OWN, codes.get(3)).statusCode())
                .as("once each")
                .isEqualTo(401);
        assertThat(new DeskBrowser()
                        .login(name, DeskForTests.OWN, desk.code(name))
                        .statusCode())
                .isEqualTo(303);
        assertThat(desk.audited(name)).anyMatch(line -> line.startsWith("used-recovery-code "));
    }

    @Test
    void a_code_opens_once_even_when_it_is_sent_many_times_at_the_same_moment() {
        String name = desk.newEditorWithOwnPassword();
        String code = desk.code(name);
        List<Integer> answers = DeskForTests.atOnce(
                4, i -> new DeskBrowser().login(name, DeskForTests.OWN, code).statusCode());
        assertThat(answers).containsOnlyOnce(303);
        assertThat(answers).allMatch(status -> List.of(303, 401, 429).contains(status));
    }

    @Test
    void a_wrong_password_uses_no_code_up_and_is_answered_like_a_wrong_code() {
        String name = desk.newEditorWithOwnPassword();
        String code = desk.code(name);
        Response wrongPassword = new DeskBrowser().login(name, "another password", code);
        Response wrongCode = new DeskBrowser().login(name, DeskForTests.OWN, "12345");
        assertThat(wrongPassword.statusCode()).isEqualTo(wrongCode.statusCode()).isEqualTo(401);
        assertThat(Jsoup.parse(wrongPassword.asString()).select("#problems").text())
                .isEqualTo(Jsoup.parse(wrongCode.asString()).select("#problems").text());
        assertThat(wrongPassword.asString()).doesNotContain(code, "another password");
        assertThat(new DeskBrowser().login(name, DeskForTests.OWN, code).statusCode())
                .isEqualTo(303);
    }

    @Test
    void another_telephone_needs_the_password_and_a_code_of_the_first() {
        String name = desk.newEditorWithOwnPassword();
        DeskBrowser browser = desk.loggedIn(name);
        Totp other = Totp.draw();
        Map<String, String> without = Map.of("secret", other.text(), "code", other.code(Totp.step(clock.instant())));
        assertThat(browser.post("/desk/second-step", without).statusCode()).isEqualTo(422);
        Map<String, String> with = Map.of(
                "secret", other.text(),
                "code", other.code(Totp.step(clock.instant())),
                "password", DeskForTests.OWN,
                "old-code", desk.code(name));
        assertThat(browser.post("/desk/second-step", with).statusCode()).isEqualTo(200);
        assertThat(new DeskBrowser()
                        .login(name, DeskForTests.OWN, desk.code(name))
                        .statusCode())
                .as("the first telephone opens nothing any more")
                .isEqualTo(401);
        desk.telephone(name, other);
        assertThat(new DeskBrowser()
                        .login(name, DeskForTests.OWN, desk.code(name))
                        .statusCode())
                .isEqualTo(303);
    }

    private static Map<String, String> changed(String old, String chosen) {
        return Map.of("password", old, "new-password", chosen, "repeated-password", chosen);
    }
}
