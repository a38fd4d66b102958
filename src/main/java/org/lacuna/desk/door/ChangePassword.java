package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.lacuna.intake.seal.Identity;
import org.lacuna.page.SentForm;

/** Takes a new password, closes the private key with it, and ends every session that the old one opened. */
@ApplicationScoped
class ChangePassword {
    private final EditorRepository editors;
    private final EditorKeys keys;
    private final OpenSession sessions;
    private final Guesses guesses;
    private final DeskQueries queries;
    private final Audit audit;

    ChangePassword(
            EditorRepository editors,
            EditorKeys keys,
            OpenSession sessions,
            Guesses guesses,
            DeskQueries queries,
            Audit audit) {
        this.editors = editors;
        this.keys = keys;
        this.sessions = sessions;
        this.guesses = guesses;
        this.queries = queries;
        this.audit = audit;
    }

    /** The secret of a new session; empty if something was refused, and then the form says what. */
    @Transactional
    Optional<Token> change(Visitor visitor, SentForm form) {
        Editor editor = editors.findById(visitor.editor());
        String old = form.value("password");
        Optional<String> chosen = NewPassword.read(form, editor.name());
        if (chosen.filter(old::equals).isPresent()) {
            form.refuse("new-password", "This is the password you have. Choose another one.");
        }
        if (form.refused()) {
            return Optional.empty();
        }
        Optional<Identity> identity = guesses.counted("own " + editor.id(), () -> keys.open(editor, old, true));
        if (identity.isEmpty()) {
            form.refuse("password", "This is not your password.");
            return Optional.empty();
        }
        editor.lock(keys.close(editor.id(), identity.get(), chosen.orElseThrow()), false);
        sessions.revokeAll(editor);
        queries.forgetBrowsers(editor.id());
        Token token = sessions.open(editor, identity.get());
        audit.act(editor.id(), DeskAction.CHANGED_PASSWORD, editor.name(), "");
        return Optional.of(token);
    }
}
