package org.lacuna.desk.door;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * Makes the first editor when there is none, and a new way in for one who lost theirs. A one-time password goes to the
 * console of whoever runs the process and to no log; it opens nothing but the page on which it is changed.
 */
@ApplicationScoped
public class OneTimePasswords {
    /** Crockford's base 32: no letter that is read as a digit. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EditorRepository editors;
    private final Sessions sessions;
    private final DeskQueries queries;
    private final PasswordHash passwords;
    private final DeskSettings settings;

    OneTimePasswords(
            EditorRepository editors,
            Sessions sessions,
            DeskQueries queries,
            PasswordHash passwords,
            DeskSettings settings) {
        this.editors = editors;
        this.sessions = sessions;
        this.queries = queries;
        this.passwords = passwords;
        this.settings = settings;
    }

    void start(@Observes StartupEvent started, ThisProcess process) {
        if (process.plays(Role.DESK)) {
            make().ifPresent(this::tell);
        }
    }

    /** The one-time password, if an editor was made now. */
    Optional<String> make() {
        if (queries.hasEditor()) {
            return Optional.empty();
        }
        String password = oneTimePassword();
        boolean made = queries.addFirstEditor(UUID.randomUUID(), settings.firstEditor(), passwords.of(password));
        return made ? Optional.of(password) : Optional.empty();
    }

    /**
     * Gives an editor a new one-time password and ends all sessions of the account; for whoever lost theirs and can ask
     * somebody with access to the server.
     *
     * @return the password; empty if there is no editor of this name
     */
    @Transactional
    public Optional<String> renew(String name) {
        String password = oneTimePassword();
        Optional<Editor> editor = editors.named(name);
        editor.ifPresent(known -> {
            known.oneTimePassword(passwords.of(password));
            sessions.revokeAll(known.id());
            queries.forgetBrowsers(known.id());
            queries.act(known.id(), DeskAction.CHANGED_PASSWORD, known.name(), "one-time password made on the console");
        });
        return editor.map(known -> password);
    }

    /** 100 bits in groups of four. */
    static String oneTimePassword() {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> RANDOM.ints(GROUP_LENGTH, 0, LETTERS.length())
                        .mapToObj(letter -> String.valueOf(LETTERS.charAt(letter)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    private void tell(String password) {
        System.out.printf(
                "%n  The desk has its first editor. Log in at /desk; this is shown once.%n"
                        + "    name:              %s%n    one-time password: %s%n%n",
                settings.firstEditor(), password);
    }
}
