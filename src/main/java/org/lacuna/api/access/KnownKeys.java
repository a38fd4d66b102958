package org.lacuna.api.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.lacuna.shared.Background;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/** The keys that hold, in memory, so that no request waits for the database to be counted. */
@Singleton
class KnownKeys {
    private static final Logger LOG = Logger.getLogger(KnownKeys.class);
    private static final long SECONDS_BETWEEN = 1;

    private final KeyQueries queries;
    private final ThisProcess process;
    private final ScheduledExecutorService clockwork = Background.timer("api-keys");
    private volatile Map<Digest, Reader> holding = Map.of();
    private boolean told;

    KnownKeys(KeyQueries queries, ThisProcess process) {
        this.queries = queries;
        this.process = process;
    }

    void start(@Observes StartupEvent started) {
        if (process.plays(Role.PUBLIC)) {
            clockwork.scheduleWithFixedDelay(this::read, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        clockwork.shutdownNow();
    }

    /** Whose key this is; empty if it does not hold. */
    Optional<Reader> whose(String key) {
        return Optional.ofNullable(holding.get(Digest.of(key)));
    }

    /** While the database cannot be read, the keys that were known still hold. */
    private void read() {
        try {
            holding = queries.holding().stream()
                    .collect(Collectors.toUnmodifiableMap(KeyQueries.Holding::digest, KnownKeys::reader));
            told = false;
        } catch (RuntimeException unread) {
            if (!told) {
                LOG.warn("the keys of the API could not be read; those that were known still hold");
            }
            told = true;
        }
    }

    private static Reader reader(KeyQueries.Holding key) {
        byte[] name = ("k" + key.digest().hex()).getBytes(StandardCharsets.US_ASCII);
        return new Reader(name, key.perMinute(), false);
    }
}
