package org.lacuna.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.shared.Database;

/** In tests the log is kept up when a test says so. */
@ApplicationScoped
public class LogSteps {
    private final Integrate integrate;
    private final LogTiles tiles;
    private final Database database;

    LogSteps(Integrate integrate, LogTiles tiles, Database database) {
        this.integrate = integrate;
        this.tiles = tiles;
        this.database = database;
    }

    /** Until everything that was published is in the log. */
    public void all() {
        try {
            while (integrate.step()) {
                // more to do
            }
        } finally {
            integrate.release();
        }
    }

    /** As a process that has just started: what it knew of the tree is forgotten. */
    public void forget() {
        tiles.forget();
    }

    /** One more leaf, about nothing. */
    public void grow() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.list(
                        "INSERT INTO log_leaf (position, entry) SELECT log_next(), '{\"type\":\"test\"}'::bytea RETURNING 1",
                        row -> true));
    }

    /** Whether the published tree began as an earlier one. */
    public boolean hasGrownFrom(TreeHead earlier, TreeHead now) {
        return tiles.tree(now.size()).head().equals(now)
                && (earlier.size() == 0
                        || tiles.tree(now.size()).consistency(earlier.size()).shows(earlier, now));
    }
}
