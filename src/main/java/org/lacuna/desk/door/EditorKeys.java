package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.intake.seal.Identity;
import org.lacuna.shared.Seal;

/** Closes the private key of an editor with the password, and opens it. */
@ApplicationScoped
class EditorKeys {
    private static final int LONGEST_PASSWORD = 200;

    private final PasswordHash passwords;

    EditorKeys(PasswordHash passwords) {
        this.passwords = passwords;
    }

    /** A new key pair behind a password. */
    Lock draw(UUID editor, String password) {
        return close(editor, Identity.draw(), password);
    }

    /** The same key pair behind another password. */
    Lock close(UUID editor, Identity identity, String password) {
        PasswordHash.Made made = passwords.of(password);
        return new Lock(made.stored(), identity.recipient(), Seal.close(made.key(), identity.line(), boundTo(editor)));
    }

    /**
     * The private key, if the password is the editor's.
     *
     * @param known whether the editor is logged in, or was before in the same browser
     */
    Optional<Identity> open(Editor editor, String password, boolean known) {
        if (password.length() > LONGEST_PASSWORD || editor.lock().isEmpty()) {
            return nobody(password, known);
        }
        Lock lock = editor.lock().get();
        Optional<byte[]> key = known
                ? passwords.key(password, lock.passwordHash())
                : passwords.keyForStranger(password, lock.passwordHash());
        return key.map(right -> Seal.open(right, lock.wrapped(), boundTo(editor.id()))
                .map(line -> Identity.of(line, lock.recipient()))
                .orElseThrow(() -> new IllegalStateException("the key of editor " + editor.id()
                        + " does not open with its password: the row was altered. Give a new one-time password.")));
    }

    /** Does the work of a check: what is too long is hashed as well, or its answer would come faster. */
    Optional<Identity> nobody(String password, boolean known) {
        String looked = password.substring(0, Math.min(password.length(), LONGEST_PASSWORD + 1));
        passwords.keyOfNobody(looked, known);
        return Optional.empty();
    }

    private static byte[] boundTo(UUID editor) {
        return ("lacuna editor key " + editor).getBytes(StandardCharsets.UTF_8);
    }
}
