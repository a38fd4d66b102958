package org.lacuna.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.lacuna.shared.SlowHash;

/** Checks a name and a password and opens a session. */
@ApplicationScoped
class SignIn {
    private static final int LONGEST_PASSWORD = 200;

    private final EditorRepository editors;
    private final PasswordHash passwords;
    private final Sessions sessions;
    private final Guesses guesses;
    private final DeskQueries queries;
    private final Clock clock;

    SignIn(
            EditorRepository editors,
            PasswordHash passwords,
            Sessions sessions,
            Guesses guesses,
            DeskQueries queries,
            Clock clock) {
        this.editors = editors;
        this.passwords = passwords;
        this.sessions = sessions;
        this.guesses = guesses;
        this.queries = queries;
        this.clock = clock;
    }

    /** What became of an attempt. */
    sealed interface Result permits SignedIn, Refused, Wait {}

    /** The secrets are for the browser alone. */
    record SignedIn(Token session, Token browser) implements Result {}

    /** Wrong name or wrong password: which of them is not said. */
    record Refused() implements Result {}

    /** The attempt was not looked at. */
    record Wait(Duration time) implements Result {}

    /**
     * One attempt.
     *
     * @param browser the secret of a browser in which somebody has logged in before
     * @throws SlowHash.Busy if too many passwords are being checked
     */
    Result attempt(String name, String password, Optional<Token> browser) {
        Optional<Editor> editor = editors.named(name);
        String who = who(editor, browser);
        Optional<Duration> wait = guesses.mustWait(who);
        if (wait.isPresent()) {
            return new Wait(wait.get());
        }
        // Counted before the slow check, or a hundred guesses at the same moment would all be looked at.
        guesses.wrong(who);
        if (!matches(editor, password)) {
            return new Refused();
        }
        guesses.right(who);
        Editor known = editor.orElseThrow();
        Token here = Token.draw();
        queries.rememberBrowser(here.digest(), known.id(), LocalDate.now(clock));
        queries.act(known.id(), DeskAction.LOGGED_IN, "the desk", "");
        return new SignedIn(sessions.open(known), here);
    }

    private boolean matches(Optional<Editor> editor, String password) {
        if (password.length() > LONGEST_PASSWORD) {
            return false;
        }
        return editor.map(known -> passwords.matches(password, known.passwordHash()))
                .orElseGet(() -> passwords.matchesNobody(password));
    }

    private String who(Optional<Editor> editor, Optional<Token> browser) {
        if (editor.isEmpty()) {
            return "nobody";
        }
        return browser.map(Token::digest)
                .filter(digest -> queries.knowsBrowser(digest, editor.get().id()))
                .map(digest -> "browser " + HexFormat.of().formatHex(digest))
                .orElseGet(() -> "account " + editor.get().id());
    }
}
