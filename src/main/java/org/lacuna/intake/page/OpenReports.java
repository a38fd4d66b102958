package org.lacuna.intake.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lacuna.intake.SubmissionKey;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Seal;

/** Reports that their receipt has opened: in memory alone, for thirty minutes after they were last used. */
@ApplicationScoped
class OpenReports {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final int MOST = 10_000;
    private static final int TOKEN_BYTES = 32;

    private final Clock clock;

    /** By the digest of its token, the one that was not used longest first. */
    private final Map<Digest, Open> byToken = new LinkedHashMap<>(16, 0.75f, true);

    OpenReports(Clock clock) {
        this.clock = clock;
    }

    private record Open(SubmissionKey key, Instant lastUsed) {}

    /** The token under which it is found from now on. */
    synchronized String open(SubmissionKey key) {
        forget();
        if (byToken.size() >= MOST) {
            Iterator<Digest> oldest = byToken.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(Seal.randomBytes(TOKEN_BYTES));
        byToken.put(digest(token), new Open(key, clock.instant()));
        return token;
    }

    /** The key that this token stands for, for another thirty minutes. */
    synchronized Optional<SubmissionKey> find(String token) {
        forget();
        Optional<SubmissionKey> found =
                Optional.ofNullable(byToken.get(digest(token))).map(Open::key);
        found.ifPresent(key -> byToken.put(digest(token), new Open(key, clock.instant())));
        return found;
    }

    synchronized void close(String token) {
        byToken.remove(digest(token));
    }

    private void forget() {
        Instant tooLongAgo = clock.instant().minus(IDLE);
        Iterator<Open> oldest = byToken.values().iterator();
        while (oldest.hasNext() && !oldest.next().lastUsed().isAfter(tooLongAgo)) {
            oldest.remove();
        }
    }

    private static Digest digest(String token) {
        return Digest.of(token.getBytes(StandardCharsets.UTF_8));
    }
}
