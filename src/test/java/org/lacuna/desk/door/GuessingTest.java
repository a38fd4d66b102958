package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.lacuna.shared.SlowHash;

/** What guessing costs, and whom it keeps out. */
@QuarkusTest
class GuessingTest {
    @Inject
    DeskForTests desk;

    @Inject
    DeskQueries queries;

    @Inject
    Clock clock;

    @Inject
    EditorRepository editors;

    @Inject
    Sessions sessions;

    @Inject
    Guesses guesses;

    @Inject
    SignIn signIn;

    @Test
    void who_guesses_waits_but_the_editor_s_own_browser_does_not() {
        String name = desk.newEditor();
        DeskBrowser own = new DeskBrowser();
        assertThat(own.login(name, DeskForTests.ONE_TIME).statusCode()).isEqualTo(303);
        Response last = new DeskBrowser().login(name, "guess");
        for (int i = 0; i < 6 && last.statusCode() == 401; i++) {
            last = new DeskBrowser().login(name, "guess");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 61);
        assertThat(own.login(name, DeskForTests.ONE_TIME).statusCode()).isEqualTo(303);
    }

    @Test
    void an_unknown_name_is_answered_like_a_wrong_password() {
        Response unknown = new DeskBrowser().login("nobody-" + System.nanoTime(), "guess");
        Response wrong = new DeskBrowser().login(desk.newEditor(), "guess");
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(401);
        assertThat(Jsoup.parse(unknown.asString()).select("#problems").text())
                .isEqualTo(Jsoup.parse(wrong.asString()).select("#problems").text());
    }

    @Test
    void guessing_names_that_do_not_exist_tells_nothing_about_those_that_do() {
        assertThat(answersToGuesses("nobody-" + System.nanoTime()))
                .as("after six wrong names")
                .isEqualTo(answersToGuesses("nobody-" + System.nanoTime()))
                .isEqualTo(answersToGuesses(desk.newEditor()))
                .contains(429);
    }

    private static List<Integer> answersToGuesses(String name) {
        return IntStream.range(0, 6)
                .mapToObj(i -> new DeskBrowser()
                        .login(i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT) + " ", "guess")
                        .statusCode())
                .toList();
    }

    @Test
    void a_password_that_nobody_had_time_to_look_at_does_not_count_as_wrong() {
        String name = desk.newEditor();
        SlowHash full = new SlowHash(1, 0);
        SignIn busy = new SignIn(editors, new PasswordHash(full, full), sessions, guesses, queries, clock);
        for (int i = 0; i < 7; i++) {
            assertThatThrownBy(() -> busy.attempt(name, DeskForTests.ONE_TIME, Optional.empty()))
                    .isInstanceOf(SlowHash.Busy.class);
        }
        assertThat(signIn.attempt(name, DeskForTests.ONE_TIME, Optional.empty()))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void a_browser_that_is_known_does_not_queue_behind_strangers() {
        String name = desk.newEditor();
        SignIn besieged = new SignIn(
                editors, new PasswordHash(new SlowHash(1, 0), new SlowHash(1, 8)), sessions, guesses, queries, clock);
        SignIn.SignedIn in = (SignIn.SignedIn) signIn.attempt(name, DeskForTests.ONE_TIME, Optional.empty());
        assertThatThrownBy(() -> besieged.attempt(name, DeskForTests.ONE_TIME, Optional.empty()))
                .isInstanceOf(SlowHash.Busy.class);
        assertThat(besieged.attempt(name, DeskForTests.ONE_TIME, Optional.of(in.browser())))
                .isInstanceOf(SignIn.SignedIn.class);
    }
}
