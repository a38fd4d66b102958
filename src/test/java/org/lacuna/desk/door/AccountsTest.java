package org.lacuna.desk.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.lacuna.FreshWord;
import org.lacuna.intake.KeyHolders;
import org.lacuna.shared.Database;

/** How accounts begin, change and end. */
@QuarkusTest
class AccountsTest {
    @Inject
    DeskForTests desk;

    @Inject
    Accounts accounts;

    @Inject
    EditorRepository editors;

    @Inject
    KeyHolders holders;

    @Inject
    SubmissionsForTests submissions;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private static final Map<String, String> PASSWORDS =
            Map.of("new-password", DeskForTests.OWN, "repeated-password", DeskForTests.OWN);

    /** Of all tests here, since each log-in takes two slow hashes. */
    private static Optional<DeskBrowser> admin = Optional.empty();

    private DeskBrowser admin() {
        if (admin.isEmpty()) {
            admin = Optional.of(desk.loggedIn(DeskRole.ADMIN));
        }
        return admin.get();
    }

    private static String newName() {
        return "new-" + FreshWord.of(8);
    }

    /** The path of the link. */
    private static String invited(DeskBrowser admin, String name) {
        Response made = admin.post("/desk/invitations", Map.of("name", name, "triage", "on", "senior", "on"));
        assertThat(made.statusCode()).isEqualTo(200);
        String link = Jsoup.parse(made.asString()).select("#invitation-link").text();
        return URI.create(link).getPath();
    }

    @Test
    void whoever_is_invited_chooses_a_password_sets_up_the_second_step_and_reads_what_comes_in() {
        DeskBrowser admin = admin();
        String name = newName();
        String link = invited(admin, name);
        assertThat(admin.get("/desk/invitations").asString()).contains(name).doesNotContain(link);
        assertThat(database.list("SELECT i::text FROM invitation i", row -> row.getString(1))
                        .toString())
                .doesNotContain(link.substring("/desk/join/".length()));

        DeskBrowser invited = new DeskBrowser();
        assertThat(Jsoup.parse(invited.get(link).asString()).select("main").text())
                .contains(name, "Triage", "Senior editor");
        assertThat(invited.form()
                        .formParams(Map.of("new-password", "password1234", "repeated-password", "password1234"))
                        .post(link)
                        .statusCode())
                .isEqualTo(422);
        Response joined = invited.form().formParams(PASSWORDS).post(link);
        assertThat(joined.header("Location")).isEqualTo("/desk/second-step");
        invited.cookies().put(DeskCookies.SESSION, joined.cookie(DeskCookies.SESSION));
        assertThat(invited.get("/desk").header("Location")).isEqualTo("/desk/second-step");
        Totp telephone = Totp.draw();
        assertThat(invited.post(
                                "/desk/second-step",
                                Map.of("secret", telephone.text(), "code", telephone.code(Totp.step(clock.instant()))))
                        .statusCode())
                .isEqualTo(200);
        var sent = submissions.send("an account", "what a person wrote");
        assertThat(invited.get("/desk/submissions/" + sent).asString()).contains("what a person wrote");
        assertThat(invited.get("/desk/audit").statusCode()).isEqualTo(200);
        assertThat(invited.get("/desk/editors").statusCode()).isEqualTo(403);
        assertThat(given().get(link).statusCode()).as("once").isEqualTo(404);
        assertThat(desk.audited(name)).anyMatch(line -> line.startsWith("accepted-invitation " + name));
    }

    @Test
    void an_invitation_makes_one_account_however_many_use_it_at_the_same_moment() {
        DeskBrowser admin = admin();
        String name = newName();
        String link = invited(admin, name);
        List<Integer> answers = DeskForTests.atOnce(
                4,
                i -> new DeskBrowser().form().formParams(PASSWORDS).post(link).statusCode());
        assertThat(answers).containsOnlyOnce(303);
        assertThat(database.list("SELECT 1 FROM editor WHERE name = ?", row -> true, name))
                .hasSize(1);
    }

    @Test
    void an_invitation_that_was_taken_back_or_is_too_old_opens_nothing() {
        DeskBrowser admin = admin();
        String revoked = newName();
        String link = invited(admin, revoked);
        String revoke = Jsoup.parse(admin.get("/desk/invitations").asString()).select("tr").stream()
                .filter(row -> row.text().contains(revoked))
                .findFirst()
                .orElseThrow()
                .select("form")
                .attr("action");
        assertThat(admin.post(revoke, Map.of()).statusCode()).isEqualTo(303);
        String old = newName();
        String oldLink = invited(admin, old);
        database.change(
                "UPDATE invitation SET made = made - interval '73 hours', ends = ends - interval '73 hours' WHERE name = ?",
                old);
        for (String dead : List.of(link, oldLink, "/desk/join/nonsense")) {
            assertThat(given().get(dead).statusCode()).isEqualTo(404);
            assertThat(new DeskBrowser().form().formParams(PASSWORDS).post(dead).statusCode())
                    .isEqualTo(404);
        }
        assertThat(editors.knows(revoked)).isFalse();
    }

    @Test
    void names_that_are_taken_or_could_be_mistaken_are_refused() {
        DeskBrowser admin = admin();
        String taken = desk.newEditor();
        for (String name : List.of(taken, taken.toUpperCase(Locale.ROOT), "console", "", "a", "two words", "-x")) {
            assertThat(admin.post("/desk/invitations", Map.of("name", name, "editor", "on"))
                            .statusCode())
                    .as(name)
                    .isEqualTo(422);
        }
        assertThat(admin.post("/desk/invitations", Map.of("name", newName())).statusCode())
                .as("without a role")
                .isEqualTo(422);
    }

    @Test
    void a_removed_editor_is_out_at_once_and_holds_no_key() {
        String name = desk.newEditorWithOwnPassword();
        DeskBrowser browser = desk.loggedIn(name);
        DeskBrowser admin = admin();
        String remove = "/desk/editors/" + desk.id(name) + "/remove";
        assertThat(admin.post(remove, Map.of()).statusCode()).isEqualTo(422);
        assertThat(admin.post(remove, Map.of("why", "left us")).statusCode()).isEqualTo(303);
        assertThat(browser.get("/desk").header("Location")).isEqualTo("/desk/login");
        assertThat(new DeskBrowser()
                        .login(name, DeskForTests.OWN, desk.code(name))
                        .statusCode())
                .isEqualTo(401);
        assertThat(holders.all()).doesNotContainKey(desk.id(name).toString());
        assertThat(admin.get("/desk/editors").asString()).doesNotContain(name);
    }

    @Test
    void with_the_roles_go_the_keys() {
        String name = desk.newEditorWithOwnPassword(DeskRole.EDITOR);
        String id = desk.id(name).toString();
        DeskBrowser admin = admin();
        assertThat(holders.all()).containsKey(id);
        assertThat(admin.post("/desk/editors/" + id + "/roles", Map.of("admin", "on"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(holders.all()).doesNotContainKey(id);
        DeskBrowser browser = desk.loggedIn(name);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(403);
        assertThat(admin.post("/desk/editors/" + id + "/roles", Map.of("triage", "on"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(holders.all()).containsKey(id);
        assertThat(desk.loggedIn(name).get("/desk").statusCode()).isEqualTo(200);
        assertThat(admin.post("/desk/editors/" + id + "/roles", Map.of()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_password_that_an_administrator_made_opens_nothing_but_its_change() {
        String name = desk.newEditorWithOwnPassword();
        DeskBrowser admin = admin();
        Response reset = admin.post("/desk/editors/" + desk.id(name) + "/reset", Map.of());
        String oneTime =
                Jsoup.parse(reset.asString()).select("#one-time-password").text();
        assertThat(new DeskBrowser().login(name, oneTime).statusCode())
                .as("the second step is still the editor's own")
                .isEqualTo(401);
        DeskBrowser browser = new DeskBrowser();
        assertThat(browser.login(name, oneTime, desk.code(name)).statusCode()).isEqualTo(303);
        assertThat(browser.get("/desk").header("Location")).isEqualTo("/desk/password");
    }

    @Test
    void the_last_administrator_stays() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    String name = desk.newEditor();
                    Editor last = editors.named(name).orElseThrow();
                    editors.byName().stream()
                            .filter(other -> !other.id().equals(last.id()))
                            .forEach(other -> other.roles(Set.of(DeskRole.TRIAGE)));
                    accounts.remove(last);
                }))
                .isInstanceOf(Accounts.LastAdmin.class);
    }

    @Test
    void an_editor_from_before_there_were_keys_gets_a_way_in_at_the_start() {
        DeskForTests.undone(() -> {
            String name = desk.newEditor();
            editors.flush();
            database.change("UPDATE editor SET recipient = NULL, wrapped_key = NULL");
            editors.getEntityManager().clear();
            assertThat(accounts.makeFirst(name))
                    .hasValueSatisfying(password -> assertThat(password).matches("([0-9a-z]{4}-){4}[0-9a-z]{4}"));
            assertThat(accounts.makeFirst(name)).isEmpty();
        });
    }
}
