package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import org.lacuna.page.SentForm;

/** Takes a new password and ends every session that the old one opened. */
@ApplicationScoped
class ChangePassword {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private final EditorRepository editors;
    private final PasswordHash passwords;
    private final Sessions sessions;
    private final DeskQueries queries;

    ChangePassword(EditorRepository editors, PasswordHash passwords, Sessions sessions, DeskQueries queries) {
        this.editors = editors;
        this.passwords = passwords;
        this.sessions = sessions;
        this.queries = queries;
    }

    /** The secret of a new session; empty if something was refused, and then the form says what. */
    @Transactional
    Optional<Token> change(Visitor visitor, SentForm form) {
        Editor editor = editors.findById(visitor.editor());
        String old = form.value("password");
        String chosen = form.value("new-password");
        check(form, editor, old, chosen);
        if (form.refused()) {
            return Optional.empty();
        }
        if (!passwords.matches(old, editor.passwordHash())) {
            form.refuse("password", "This is not your password.");
            return Optional.empty();
        }
        editor.password(passwords.of(chosen));
        sessions.revokeAll(editor.id());
        queries.forgetBrowsers(editor.id());
        queries.act(editor.id(), DeskAction.CHANGED_PASSWORD, editor.name(), "");
        return Optional.of(sessions.open(editor));
    }

    private static void check(SentForm form, Editor editor, String old, String chosen) {
        int characters = chosen.codePointCount(0, chosen.length());
        if (characters < SHORTEST || chosen.length() > LONGEST) {
            form.refuse(
                    "new-password", "Expected %d to %d characters, found %d.".formatted(SHORTEST, LONGEST, characters));
        } else if (chosen.equals(old)) {
            form.refuse("new-password", "This is the password you have. Choose another one.");
        } else if (chosen.toLowerCase(Locale.ROOT).contains(editor.name())) {
            form.refuse("new-password", "Leave your name out of the password.");
        } else if (!chosen.equals(form.value("repeated-password"))) {
            form.refuse("repeated-password", "This differs from the new password above.");
        }
    }
}
