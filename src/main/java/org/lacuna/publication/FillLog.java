package org.lacuna.publication;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
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

    private final Database database;
    private final DocumentStore store;
    private final Bodies bodies;

    FillLog(Database database, DocumentStore store, Bodies bodies) {
        this.database = database;
        this.store = store;
        this.bodies = bodies;
    }

    private record Older(long sequence, byte[] body, boolean replaced) {}

    @Transactional
    void start(@Observes @Priority(BEFORE_THE_FOUNDING_RECORD) StartupEvent started) {
        if (filled()) {
            return;
        }
        store.lock();
        if (filled()) {
            return;
        }
        long written = 0;
        for (List<Older> versions = versions(); !versions.isEmpty(); versions = versions()) {
            for (Older each : versions) {
                // what was redacted for good has nothing left that a salt could protect
                byte[] body = each.replaced ? each.body : bodies.salted(each.body);
                database.list("SELECT log_older(?, ?)", row -> true, each.sequence, body);
            }
            written += versions.size();
        }
        database.change("UPDATE log_turn SET filled = true");
        if (written > 0) {
            LOG.infof("%d versions of public documents stand in the log now", written);
        }
    }

    private boolean filled() {
        return database.first("SELECT filled FROM log_turn", row -> row.getBoolean(1))
                .orElseThrow();
    }

    private List<Older> versions() {
        return database.list("""
                SELECT sequence, body, digest IS NOT NULL FROM document
                WHERE sequence > coalesce((SELECT max(sequence) FROM log_leaf), 0) ORDER BY sequence LIMIT ?
                """, row -> new Older(row.getLong(1), row.getBytes(2), row.getBoolean(3)), AT_ONCE);
    }
}
