package org.lacuna.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What one look at a page showed. The words are the project's own; {@link #WITHHELD} includes HTTP 451 of RFC 7725.
 *
 * <p>“We could not tell” has its own words ({@link #UNCLEAR}, {@link #CHALLENGED}, {@link #LOGIN_REQUIRED},
 * {@link #NO_ANSWER}) and is never reported as a loss.
 */
public enum Outcome implements Word {
    /** The subject can be seen. */
    AVAILABLE,
    /** The platform says that it acted on the account. */
    SUSPENDED,
    /** The platform says that it took the content away. */
    REMOVED,
    /** Kept from some countries, or answered with status 451. */
    WITHHELD,
    /** Its owner took it away. */
    OWNER_REMOVED,
    /** Its owner chose who may see it. */
    PRIVATE,
    /** Nothing there, and nobody says why. */
    NOT_FOUND,
    /** Only people who log in are shown anything. */
    LOGIN_REQUIRED,
    /** A bot wall, a consent page or a rate limit answered in place of the page. */
    CHALLENGED,
    /** An answer that no rule can read. */
    UNCLEAR,
    /** No HTTP answer at all. */
    NO_ANSWER;

    /** The word used in files, tables and JSON, such as {@code owner-removed}. */
    @JsonValue

    /**
     * Whether the page says something about the subject itself. The others only say something about our visit, so they
     * neither confirm nor contradict a change.
     */
    public boolean conclusive() {
        return switch (this) {
            case AVAILABLE, SUSPENDED, REMOVED, WITHHELD, OWNER_REMOVED, PRIVATE, NOT_FOUND -> true;
            case LOGIN_REQUIRED, CHALLENGED, UNCLEAR, NO_ANSWER -> false;
        };
    }

    /**
     * Reads a {@link #word()}.
     *
     * @throws IllegalArgumentException naming the words that exist
     */
    @JsonCreator
    public static Outcome of(String word) {
        return Word.of(Outcome.class, word)
                .orElseThrow(() -> new IllegalArgumentException("expected an outcome ("
                        + Arrays.stream(values()).map(Outcome::word).collect(Collectors.joining(", "))
                        + "), found '" + word + "'"));
    }
}
