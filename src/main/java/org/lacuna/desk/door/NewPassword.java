package org.lacuna.desk.door;

import java.util.Optional;
import org.lacuna.page.SentForm;

/** Reads a password that somebody chose, typed twice, from a form. */
final class NewPassword {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final String FIELD = "new-password";
    private static final String AGAIN = "repeated-password";

    private NewPassword() {}

    /** The password; empty if something was refused, and then the form says what. */
    static Optional<String> read(SentForm form, String name) {
        String chosen = form.value(FIELD);
        int characters = chosen.codePointCount(0, chosen.length());
        if (characters < SHORTEST || chosen.length() > LONGEST) {
            form.refuse(FIELD, "Expected %d to %d characters, found %d.".formatted(SHORTEST, LONGEST, characters));
        } else if (!chosen.equals(form.value(AGAIN))) {
            form.refuse(AGAIN, "This differs from the new password above.");
        } else {
            GuessablePassword.complaint(chosen, name).ifPresent(complaint -> form.refuse(FIELD, complaint));
        }
        return form.refused() ? Optional.empty() : Optional.of(chosen);
    }
}
