package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.lacuna.intake.KeyHolders;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.seal.Identity;
import org.lacuna.intake.seal.Recipient;
import org.lacuna.shared.Database;
import org.lacuna.shared.Seal;

/** Whose key opens what, and when it is forgotten. */
@QuarkusTest
class KeysTest {
    private static final String SENTINEL = "words-for-editors-51ab";

    @Inject
    DeskForTests desk;

    @Inject
    SubmissionsForTests submissions;

    @Inject
    UnlockedKeys keys;

    @Inject
    ForgetKeys forget;

    @Inject
    KeyHolders holders;

    @Inject
    GiveAccess access;

    @Inject
    OneTimePasswords oneTimePasswords;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private boolean opens(DeskBrowser browser, SubmissionId id) {
        return browser.get("/desk/submissions/" + id).asString().contains(SENTINEL);
    }

    @Test
    void a_session_without_a_key_here_types_the_password_and_comes_back_to_where_it_was() {
        SubmissionId id = submissions.send("an account", SENTINEL);
        DeskBrowser browser = desk.loggedIn();
        // Sent before this editor had a key: after it opens nothing.
        SubmissionId later = submissions.send("an account", SENTINEL);
        assertThat(opens(browser, later)).isTrue();
        assertThat(opens(browser, id)).isFalse();

        keys.forget(desk.visitor(browser).session());
        String page = "/desk/submissions/" + later;
        Response led = browser.get(page + "?a=b");
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.header("Location")).startsWith("/desk/unlock?next=");
        Response typed = browser.post(page + "/close", Map.of("note", "half an hour of work"));
        assertThat(typed.statusCode()).isEqualTo(409);
        assertThat(typed.asString()).contains("half an hour of work", "key is locked");
        String next = Jsoup.parse(browser.get(led.header("Location")).asString())
                .select("input[name=next]")
                .val();
        assertThat(browser.post("/desk/unlock", Map.of("password", "wrong", "next", next))
                        .statusCode())
                .isEqualTo(422);
        Response unlocked = browser.post("/desk/unlock", Map.of("password", DeskForTests.OWN, "next", next));
        assertThat(unlocked.header("Location")).isEqualTo(page + "?a=b");
        assertThat(opens(browser, later)).isTrue();
        keys.forget(desk.visitor(browser).session());
        for (String away :
                new String[] {"//evil.example", "https://evil.example", "/desk@evil", "/deskx", "/desk/\nx"}) {
            assertThat(browser.post("/desk/unlock", Map.of("password", DeskForTests.OWN, "next", away))
                            .header("Location"))
                    .isEqualTo("/desk");
        }
    }

    @Test
    void a_key_is_forgotten_with_its_session_however_that_ends() {
        String name = desk.newEditorWithOwnPassword();
        DeskBrowser loggedOut = desk.loggedIn(name);
        DeskBrowser idle = desk.loggedIn(name);
        DeskBrowser elsewhere = desk.loggedIn(name);
        DeskBrowser stays = desk.loggedIn(name);
        UUID session = desk.visitor(loggedOut).session();
        loggedOut.post("/desk/logout", Map.of());
        assertThat(keys.sessions()).doesNotContain(session);

        UUID expired = desk.visitor(idle).session();
        UUID revoked = desk.visitor(elsewhere).session();
        UUID kept = desk.visitor(stays).session();
        database.change(
                "UPDATE editor_session SET last_used = last_used - interval '31 minutes' WHERE id = ?", expired);
        database.change("UPDATE editor_session SET revoked = now() WHERE id = ?", revoked);
        assertThat(keys.sessions()).contains(expired, revoked);
        forget.forget();
        assertThat(keys.sessions()).doesNotContain(expired, revoked).contains(kept);
    }

    @Test
    void a_new_password_closes_the_same_key_and_the_old_one_opens_nothing() {
        String name = desk.newEditorWithOwnPassword();
        DeskBrowser browser = desk.loggedIn(name);
        SubmissionId id = submissions.send("an account", SENTINEL);
        String chosen = "vier neue worte hintereinander";
        Map<String, String> change =
                Map.of("password", DeskForTests.OWN, "new-password", chosen, "repeated-password", chosen);
        assertThat(browser.post("/desk/password", change).statusCode()).isEqualTo(303);
        assertThat(opens(browser, id)).isTrue();
        assertThat(new DeskBrowser()
                        .login(name, DeskForTests.OWN, desk.code(name))
                        .statusCode())
                .isEqualTo(401);
        DeskBrowser again = new DeskBrowser();
        again.login(name, chosen, desk.code(name));
        assertThat(opens(again, id)).isTrue();
    }

    @Test
    void a_common_password_is_refused_and_nothing_is_changed() {
        String name = desk.newEditorWithOwnPassword();
        DeskBrowser browser = desk.loggedIn(name);
        for (String common : new String[] {"password1234", "short", name + " and more words"}) {
            Map<String, String> change =
                    Map.of("password", DeskForTests.OWN, "new-password", common, "repeated-password", common);
            Response refused = browser.post("/desk/password", change);
            assertThat(refused.statusCode()).as(common).isEqualTo(422);
            assertThat(refused.asString()).doesNotContain(common);
        }
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void who_lost_the_password_gets_a_new_key_and_another_editor_gives_what_is_stored() {
        String lost = desk.newEditorWithOwnPassword();
        String other = desk.newEditorWithOwnPassword(DeskRole.SENIOR);
        SubmissionId id = submissions.send("an account", SENTINEL);
        Recipient before = holders.all().get(desk.id(lost).toString());
        String oneTime = oneTimePasswords.renew(lost, true).orElseThrow();
        assertThat(holders.all().get(desk.id(lost).toString())).isNotEqualTo(before);
        assertThat(database.list(
                        "SELECT 1 FROM submission_key WHERE holder = ?",
                        row -> true,
                        desk.id(lost).toString()))
                .isEmpty();

        DeskBrowser giver = desk.loggedIn(other);
        String give = "/desk/access/" + desk.id(lost) + "/give";
        assertThat(Jsoup.parse(giver.get("/desk/access").asString()).select("form[action=" + give + "]"))
                .hasSize(1);
        assertThat(giver.post(give, Map.of()).statusCode()).isEqualTo(303);
        assertThat(desk.audited(other)).contains("gave-access " + lost + " ");

        DeskBrowser back = new DeskBrowser();
        back.login(lost, oneTime);
        back.post(
                "/desk/password",
                Map.of("password", oneTime, "new-password", DeskForTests.OWN, "repeated-password", DeskForTests.OWN));
        Totp telephone = Totp.draw();
        back.post(
                "/desk/second-step",
                Map.of("secret", telephone.text(), "code", telephone.code(Totp.step(clock.instant()))));
        assertThat(opens(back, id)).isTrue();
    }

    @Test
    void the_recovery_key_gives_what_no_editor_can_and_another_key_gives_nothing() {
        Recipient kept = holders.all().get(KeyHolders.RECOVERY);
        Identity onPaper = Identity.draw();
        holders.put(KeyHolders.RECOVERY, onPaper.recipient());
        try {
            SubmissionId id = submissions.send("an account", SENTINEL);
            String late = desk.newEditorWithOwnPassword(DeskRole.EDITOR);
            assertThatThrownBy(() -> access.giveWithRecoveryKey(Identity.draw().line(), late))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected the recovery key");
            assertThatThrownBy(() -> access.giveWithRecoveryKey("nonsense".getBytes(StandardCharsets.UTF_8), late))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> access.giveWithRecoveryKey(onPaper.line(), "nobody of this name"))
                    .hasMessageContaining("expected the name of an editor");
            assertThat(access.giveWithRecoveryKey(onPaper.line(), late)).isPositive();
            assertThat(opens(desk.loggedIn(late), id)).isTrue();
        } finally {
            holders.put(KeyHolders.RECOVERY, kept);
        }
    }

    @Test
    void an_administrator_alone_holds_no_key() {
        String name = desk.newEditorWithOwnPassword(DeskRole.ADMIN);
        assertThat(holders.all()).doesNotContainKey(desk.id(name).toString());
        DeskBrowser admin = desk.loggedIn(name);
        assertThat(keys.sessions()).doesNotContain(desk.visitor(admin).session());
        assertThat(admin.get("/desk/start").header("Location")).isEqualTo("/desk/editors");
        assertThat(admin.get("/desk/editors").statusCode()).isEqualTo(200);
    }

    @Test
    void a_stolen_table_of_editors_holds_no_key_that_opens() {
        String name = desk.newEditorWithOwnPassword();
        byte[] wrapped = database.first("SELECT wrapped_key FROM editor WHERE name = ?", row -> row.getBytes(1), name)
                .orElseThrow();
        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1)).doesNotContain("AGE-SECRET-KEY");
        String hash = database.first("SELECT password_hash FROM editor WHERE name = ?", row -> row.getString(1), name)
                .orElseThrow();
        byte[] stored = Base64.getDecoder().decode(hash.substring(hash.lastIndexOf('$') + 1));
        assertThat(stored).hasSize(32);
        assertThat(Seal.open(stored, wrapped, ("lacuna editor key " + desk.id(name)).getBytes(StandardCharsets.UTF_8)))
                .as("the half that is stored is not the half that opens")
                .isEmpty();
    }
}
