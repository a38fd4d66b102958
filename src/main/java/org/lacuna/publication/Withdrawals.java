package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.lacuna.shared.Database;

/** What was taken out of the record or moved within it. It names the places and never what stood there. */
@ApplicationScoped
public class Withdrawals {
    private final Database database;

    Withdrawals(Database database) {
        this.database = database;
    }

    /**
     * One of them.
     *
     * @param action redacted, retracted or merged
     * @param kind case or incident
     */
    public record Withdrawal(long sequence, String action, String kind, String slug, Instant recorded) {}

    /** The newest first. */
    public List<Withdrawal> newest(int limit) {
        return database.list(
                "SELECT sequence, action, kind, slug, recorded FROM change"
                        + " WHERE action IN ('redacted', 'retracted', 'merged') ORDER BY sequence DESC LIMIT ?",
                row -> new Withdrawal(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                limit);
    }
}
