package org.lacuna.desk;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes the first editor when there is none. The one-time password goes to the console of whoever starts the process
 * and to no log; it opens nothing but the page on which it is changed.
 */
@ApplicationScoped
class FirstEditor {
    /** Crockford's base 32: no letter that is read as a digit. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DeskQueries queries;
    private final PasswordHash passwords;
    private final DeskSettings settings;

    FirstEditor(DeskQueries queries, PasswordHash passwords, DeskSettings settings) {
        this.queries = queries;
        this.passwords = passwords;
        this.settings = settings;
    }

    void start(@Observes StartupEvent started, ThisProcess process) {
        if (process.servesTheDesk()) {
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
