package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lacuna.intake.seal.Identity;
import org.lacuna.shared.Seal;
import org.lacuna.shared.SlowHash;

/** Checks a name, a password and a code, and opens a session. */
@ApplicationScoped
class SignIn {
    private final EditorRepository editors;
    private final EditorKeys keys;
    private final SecondSteps secondSteps;
    private final Guesses guesses;
    private final DeskQueries queries;
    private final SignedInSession session;
    private final byte[] key = Seal.randomBytes(Seal.KEY_BYTES);

    SignIn(
            EditorRepository editors,
            EditorKeys keys,
            SecondSteps secondSteps,
            Guesses guesses,
            DeskQueries queries,
            SignedInSession session) {
        this.editors = editors;
        this.keys = keys;
        this.secondSteps = secondSteps;
        this.guesses = guesses;
        this.queries = queries;
        this.session = session;
    }

    /** What became of an attempt. */
    sealed interface Result permits SignedIn, Refused, Wait {}

    /** The secrets are for the browser alone. */
    record SignedIn(Token session, Token browser) implements Result {}

    /** Wrong name, wrong password or wrong code: which of them is not said. */
    record Refused() implements Result {}

    /** The attempt was not looked at. */
    record Wait(Duration time) implements Result {}

    /** What a form of the log-in holds. */
    record Typed(String name, String password, String code) {}

    /**
     * One attempt.
     *
     * @param browser the secret of a browser in which somebody has logged in before
     * @throws SlowHash.Busy if too many passwords are being checked
     */
    Result attempt(Typed typed, Optional<Token> browser) {
        Optional<Editor> editor = editors.named(typed.name());
        Optional<byte[]> known = browser.map(Token::digest)
                .filter(digest -> editor.isPresent()
                        && queries.knowsBrowser(digest, editor.get().id()));
        String who = known.map(digest -> "browser " + HexFormat.of().formatHex(digest))
                .orElseGet(() -> "name " + keyed(EditorRepository.asKept(typed.name())));
        Optional<Duration> wait = guesses.mustWait(who);
        if (wait.isPresent()) {
            return new Wait(wait.get());
        }
        // Counted before the slow check, or a hundred guesses at the same moment would all be looked at.
        guesses.wrong(who);
        try {
            Optional<SignedIn> in = check(editor, typed, known.isPresent());
            in.ifPresent(right -> guesses.right(who));
            return in.isPresent() ? in.get() : new Refused();
        } catch (SlowHash.Busy busy) {
            guesses.notLookedAt(who);
            throw busy;
        }
    }

    /** Both are looked at each time, so that the time tells nothing; a code is used up only with the right password. */
    private Optional<SignedIn> check(Optional<Editor> editor, Typed typed, boolean knownBrowser) {
        Optional<SecondSteps.Proof> proof = editor.flatMap(known -> secondSteps.look(known, typed.code()));
        Optional<Identity> identity = editor.map(known -> keys.open(known, typed.password(), knownBrowser))
                .orElseGet(() -> keys.nobody(typed.password(), knownBrowser));
        return identity.isPresent() && proof.isPresent()
                ? session.open(editor.orElseThrow(), identity.get(), proof.get())
                : Optional.empty();
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
