package org.lacuna.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Seal;

/** Gives keys that raise the limits of the API, and takes them back. Every node knows within two seconds. */
@ApplicationScoped
public class ApiKeys {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 60;

    /** So that programs that look for secrets that were left in files find them. */
    private static final String PREFIX = "lacuna_";

    private final KeyQueries queries;
    private final Clock clock;

    ApiKeys(KeyQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * What is known of a key; the key itself is not.
     *
     * @param name of whoever it was given to
     * @param perMinute how many requests are answered in a minute, on each process
     * @param revoked since when it counts no more
     */
    public record Given(String name, int perMinute, LocalDate given, Optional<LocalDate> revoked) {}

    /**
     * A new key. It is told this once.
     *
     * @param name lower-case letters, digits and single hyphens
     * @throws IllegalArgumentException for another name, one that has a key, or a number out of range
     */
    @Transactional
    public String give(String name, int perMinute) {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("expected a name of at most " + LONGEST_NAME
                    + " lower-case letters, digits and single hyphens, such as daily-news; found '" + name + "'");
        }
        if (perMinute < 1 || perMinute > Counts.MOST) {
            throw new IllegalArgumentException(
                    "expected 1 to " + Counts.MOST + " requests per minute, found " + perMinute);
        }
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(Seal.randomBytes(Seal.KEY_BYTES));
        if (!queries.give(name, Digest.of(key), perMinute, today())) {
            throw new IllegalArgumentException(
                    "expected a name without a key, found that " + name + " has one; revoke it first");
        }
        return key;
    }

    /** All that were ever given, by name. */
    public List<Given> list() {
        return queries.all();
    }

    /** Whether there was one to take back. */
    @Transactional
    public boolean revoke(String name) {
        return queries.revoke(name, today());
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
