package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
    private final byte[] key = new byte[32];

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
        new SecureRandom().nextBytes(key);
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
        Optional<byte[]> known = browser.map(Token::digest)
                .filter(digest -> editor.isPresent()
                        && queries.knowsBrowser(digest, editor.get().id()));
        String who = known.map(digest -> "browser " + HexFormat.of().formatHex(digest))
                .orElseGet(() -> "name " + keyed(EditorRepository.asKept(name)));
        Optional<Duration> wait = guesses.mustWait(who);
        if (wait.isPresent()) {
            return new Wait(wait.get());
        }
        // Counted before the slow check, or a hundred guesses at the same moment would all be looked at.
        guesses.wrong(who);
        try {
            if (!matches(editor, password, known.isPresent())) {
                return new Refused();
            }
        } catch (SlowHash.Busy busy) {
            guesses.notLookedAt(who);
            throw busy;
        }
        guesses.right(who);
        return open(editor.orElseThrow());
    }

    private SignedIn open(Editor editor) {
        Token here = Token.draw();
        queries.rememberBrowser(here.digest(), editor.id(), LocalDate.now(clock));
        queries.act(editor.id(), DeskAction.LOGGED_IN, "the desk", "");
        return new SignedIn(sessions.open(editor), here);
    }

    private boolean matches(Optional<Editor> editor, String password, boolean knownBrowser) {
        // What is too long is hashed as well: an answer without the work would come faster, and guesses would cost
        // nothing.
        String looked = password.substring(0, Math.min(password.length(), LONGEST_PASSWORD + 1));
        if (editor.isEmpty() || password.length() > LONGEST_PASSWORD) {
            return passwords.matchesNobody(looked, knownBrowser);
        }
        return knownBrowser
                ? passwords.matches(looked, editor.get().passwordHash())
                : passwords.matchesForStranger(looked, editor.get().passwordHash());
    }

    /** Whether the name exists makes no difference; a key of this process keeps names out of memory dumps. */
    private String keyed(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has HmacSHA256", absent);
        }
    }
}
