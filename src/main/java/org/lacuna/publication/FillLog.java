package org.lacuna.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;
import org.lacuna.shared.Database;

/**
 * Gives every version that was published before there was a log its salt and its leaf, in the order of the numbers; the
 * database publishes nothing new until that is done. Two nodes may start at once: the second waits and finds it done.
 */
@ApplicationScoped
class FillLog {
    private static final Logger LOG = Logger.getLogger(FillLog.class);
    private static final int BEFORE_THE_FOUNDING_RECORD = 40;
    private static final int AT_ONCE = 500;
    private static final int TELL_EVERY = 100 * AT_ONCE;

    private final Database database;
    private final DocumentStore store;
    private final Bodies bodies;

    FillLog(Database database, DocumentStore store, Bodies bodies) {
        this.database = database;
        this.store = store;
        this.bodies = bodies;
    }

    private record Older(long sequence, byte[] body) {}

    /** Piece by piece: whoever dies in the middle leaves whole pieces, and the next start goes on behind them. */
    void start(@Observes @Priority(BEFORE_THE_FOUNDING_RECORD) StartupEvent started) {
        long written = 0;
        while (!filled()) {
            written += QuarkusTransaction.requiringNew().call(this::some);
            if (written % TELL_EVERY == 0 && written > 0) {
                LOG.infof("%d versions of public documents stand in the log", written);
            }
        }
        if (written > 0) {
            LOG.infof("all older versions of public documents stand in the log now: %d since this start", written);
        }
    }

    private int some() {
        store.lock();
        if (filled()) {
            return 0;
        }
        List<Older> versions = versions();
        if (versions.isEmpty()) {
            database.change("UPDATE log_turn SET filled = true");
        } else {
            database.list(
                    "SELECT log_older(number::bigint, decode(body, 'hex')) FROM unnest(?, ?) AS older (number, body)",
                    row -> true,
                    versions.stream().map(each -> Long.toString(each.sequence)).toArray(String[]::new),
                    versions.stream()
                            .map(each -> HexFormat.of().formatHex(bodies.salted(each.body)))
                            .toArray(String[]::new));
        }
        return versions.size();
    }

    private boolean filled() {
        return database.first("SELECT filled FROM log_turn", row -> row.getBoolean(1))
                .orElseThrow();
    }

    private List<Older> versions() {
        return database.list("""
                SELECT sequence, body FROM document
                WHERE sequence > coalesce((SELECT max(sequence) FROM log_leaf), 0) ORDER BY sequence LIMIT ?
                """, row -> new Older(row.getLong(1), row.getBytes(2)), AT_ONCE);
    }
}
