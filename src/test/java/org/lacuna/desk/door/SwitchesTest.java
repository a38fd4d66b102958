package org.lacuna.desk.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lacuna.page.Switch;
import org.lacuna.page.Switches;
import org.lacuna.shared.Database;

@QuarkusTest
class SwitchesTest {
    @Inject
    DeskForTests desk;

    @Inject
    Switches switches;

    @Inject
    TurnSwitch turnSwitch;

    @Inject
    Database database;

    @AfterEach
    void all_off() {
        for (Switch one : Switch.values()) {
            if (switches.on(one)) {
                switches.turn(one, false, "the test is over", "test");
            }
        }
    }

    private static void turn(DeskBrowser admin, String which, String how) {
        Response answer =
                admin.post("/desk/switches", Map.of("switch", which, "turn", how, "why", "the database moves"));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void no_intake_tells_whoever_wants_to_report_in_plain_words_and_stops_nothing_else() {
        DeskBrowser admin = desk.loggedIn(DeskRole.ADMIN);
        turn(admin, "no-intake", "on");
        Response form = given().get("/submit");
        assertThat(form.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(form.asString()).select("main").text()).contains("We take no reports at this moment");
        assertThat(given().formParam("what", "x").post("/submit").statusCode()).isEqualTo(503);
        Response home = given().get("/");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(home.asString()).select("[role=status]").text()).contains("We take no reports");
        assertThat(desk.loggedIn().get("/desk").statusCode()).isEqualTo(200);
        turn(admin, "no-intake", "off");
        assertThat(given().get("/submit").statusCode()).isEqualTo(200);
        assertThat(given().get("/").asString()).doesNotContain("We take no reports at this moment");
    }

    @Test
    void read_only_lets_everybody_read_and_log_in_and_nobody_change() {
        String name = desk.newEditorWithOwnPassword();
        DeskBrowser editor = desk.loggedIn(name);
        turn(editor, "read-only", "on");
        assertThat(editor.get("/desk").statusCode()).isEqualTo(200);
        assertThat(editor.get("/desk").asString()).contains("Nothing can be sent or changed");
        Map<String, String> change = Map.of(
                "password", DeskForTests.OWN,
                "new-password", "vier neue worte hintereinander",
                "repeated-password", "vier neue worte hintereinander");
        assertThat(editor.post("/desk/password", change).statusCode()).isEqualTo(503);
        assertThat(given().formParam("what", "x").post("/submit").statusCode()).isEqualTo(503);
        assertThat(given().get("/submit").statusCode()).isEqualTo(200);
        assertThat(new DeskBrowser()
                        .login(name, DeskForTests.OWN, desk.code(name))
                        .statusCode())
                .isEqualTo(303);
        turn(editor, "read-only", "off");
        assertThat(editor.post("/desk/password", change).statusCode()).isEqualTo(303);
    }

    @Test
    void no_desk_leaves_administrators_the_page_that_opens_it_again_and_nobody_anything_else() {
        String name = desk.newEditorWithOwnPassword();
        DeskBrowser admin = desk.loggedIn(DeskRole.ADMIN);
        DeskBrowser editor = desk.loggedIn(DeskRole.EDITOR);
        turn(admin, "no-desk", "on");
        assertThat(editor.get("/desk").statusCode()).isEqualTo(503);
        assertThat(editor.get("/desk/sessions").statusCode()).isEqualTo(503);
        assertThat(editor.get("/desk/switches").statusCode()).isEqualTo(403);
        assertThat(admin.get("/desk/editors").statusCode()).isEqualTo(503);
        assertThat(given().get("/submit").statusCode()).isEqualTo(200);
        assertThat(given().get("/").asString()).doesNotContain("The desk is closed");
        DeskBrowser late = desk.loggedIn(name);
        assertThat(late.get("/desk/start").header("Location")).isEqualTo("/desk/switches");
        assertThat(late.get("/desk/switches").asString()).contains("The desk is closed");
        String token = Jsoup.parse(late.get("/desk/switches").asString())
                .select("input[name=form-token]")
                .first()
                .val();
        assertThat(late.post("/desk/switches", Map.of("switch", "no-desk", "turn", "off", "why", "it is over"), token)
                        .statusCode())
                .isEqualTo(303);
        assertThat(editor.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void without_a_reason_or_a_known_switch_nothing_is_turned() {
        DeskBrowser admin = desk.loggedIn(DeskRole.ADMIN);
        assertThat(admin.post("/desk/switches", Map.of("switch", "read-only", "turn", "on"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.post("/desk/switches", Map.of("switch", "all", "turn", "on", "why", "x"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(switches.on(Switch.READ_ONLY)).isFalse();
        assertThatThrownBy(() -> switches.turn(Switch.READ_ONLY, true, "", "test"))
                .hasMessageContaining("switch_turn_has_a_reason");
    }

    @Test
    void what_another_node_turned_holds_here_two_seconds_later_and_every_turn_is_kept() {
        assertThat(switches.on(Switch.NO_INTAKE)).isFalse();
        database.change("INSERT INTO switch_turn (switch, is_on, why, who, at)"
                + " VALUES ('no-intake', true, 'on another node', 'console', now())");
        Awaitility.await().atMost(Duration.ofSeconds(4)).until(() -> switches.on(Switch.NO_INTAKE));
        turnSwitch.onConsole(Switch.NO_INTAKE, false, "it is over");
        assertThat(switches.on(Switch.NO_INTAKE)).isFalse();
        assertThat(switches.latest(2)).extracting(Switches.Turn::why).containsExactly("it is over", "on another node");
        assertThatThrownBy(() -> database.change("UPDATE switch_turn SET is_on = false"))
                .hasMessageContaining("facts are inserted, never changed");
        assertThat(database.first(
                        "SELECT why FROM audit_line WHERE action = 'turned-switch' AND who IS NULL"
                                + " ORDER BY number DESC LIMIT 1",
                        row -> row.getString(1)))
                .contains("off: it is over");
    }
}
