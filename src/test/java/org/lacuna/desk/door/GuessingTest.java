package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.lacuna.intake.seal.Identity;
import org.lacuna.shared.SlowHash;

/** What guessing costs, and whom it keeps out. */
@QuarkusTest
class GuessingTest {
    private static final List<SignIn.Result> FIVE_AND_A_WAIT = List.of(
            new SignIn.Refused(),
            new SignIn.Refused(),
            new SignIn.Refused(),
            new SignIn.Refused(),
            new SignIn.Refused(),
            new SignIn.Wait(Duration.ofSeconds(2)));

    @Inject
    DeskForTests desk;

    @Inject
    DeskQueries queries;

    @Inject
    SecondSteps secondSteps;

    @Inject
    EditorRepository editors;

    @Inject
    SignedInSession session;

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
        SignIn counting = counting(Optional.empty());
        assertThat(answersToGuesses(counting, "nobody-" + System.nanoTime()))
                .as("after six wrong names")
                .isEqualTo(answersToGuesses(counting, "nobody-" + System.nanoTime()))
                .isEqualTo(answersToGuesses(counting, desk.newEditor()))
                .isEqualTo(FIVE_AND_A_WAIT);
    }

    private static List<SignIn.Result> answersToGuesses(SignIn counting, String name) {
        return IntStream.range(0, 6)
                .mapToObj(i -> i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT) + " ")
                .map(typed -> counting.attempt(new SignIn.Typed(typed, "guess", ""), Optional.empty()))
                .toList();
    }

    /**
     * Counts as the real one does, at a clock that stands still, so that a busy machine changes no answer; of the slow
     * work it knows the outcome beforehand.
     */
    private SignIn counting(Optional<Identity> opened) {
        EditorKeys quick = new EditorKeys(new PasswordHash()) {
            @Override
            Optional<Identity> open(Editor editor, String password, boolean known) {
                return opened;
            }

            @Override
            Optional<Identity> nobody(String password, boolean known) {
                return Optional.empty();
            }
        };
        Guesses still = new Guesses(Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC));
        return new SignIn(editors, quick, secondSteps, still, queries, session);
    }

    private SignIn with(SlowHash forStrangers, SlowHash forEditors) {
        EditorKeys slow = new EditorKeys(new PasswordHash(forStrangers, forEditors));
        return new SignIn(editors, slow, secondSteps, guesses, queries, session);
    }

    private static SignIn.Typed typed(String name) {
        return new SignIn.Typed(name, DeskForTests.ONE_TIME, "");
    }

    @Test
    void a_password_that_nobody_had_time_to_look_at_does_not_count_as_wrong() {
        String name = desk.newEditor();
        SignIn busy = with(new SlowHash(1, 0), new SlowHash(1, 0));
        for (int i = 0; i < 7; i++) {
            assertThatThrownBy(() -> busy.attempt(typed(name), Optional.empty()))
                    .isInstanceOf(SlowHash.Busy.class);
        }
        assertThat(signIn.attempt(typed(name), Optional.empty())).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void a_browser_that_is_known_does_not_queue_behind_strangers() {
        String name = desk.newEditor();
        SignIn besieged = with(new SlowHash(1, 0), new SlowHash(1, 8));
        SignIn.SignedIn in = (SignIn.SignedIn) signIn.attempt(typed(name), Optional.empty());
        assertThatThrownBy(() -> besieged.attempt(typed(name), Optional.empty()))
                .isInstanceOf(SlowHash.Busy.class);
        assertThat(besieged.attempt(typed(name), Optional.of(in.browser()))).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void codes_are_guessed_as_slowly_as_passwords() {
        String name = desk.newEditorWithOwnPassword();
        String wrong = desk.code(name).equals("000000") ? "111111" : "000000";
        SignIn rightPassword = counting(Optional.of(Identity.draw()));
        SignIn.Typed guess = new SignIn.Typed(name, DeskForTests.OWN, wrong);
        assertThat(IntStream.range(0, 6)
                        .mapToObj(i -> rightPassword.attempt(guess, Optional.empty()))
                        .toList())
                .isEqualTo(FIVE_AND_A_WAIT);
        assertThat(new DeskBrowser().login(name, DeskForTests.OWN, wrong).statusCode())
                .isEqualTo(401);
    }
}
