package org.lacuna.api.hooks;

import static org.lacuna.api.hooks.HookQueries.seconds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Database;

/** The messages that were not taken. */
@ApplicationScoped
class TroubleQueries {
    private static final String COLUMNS = "SELECT sequence, attempts, first, last, due, dead, why FROM webhook_trouble";

    private final Database database;
    private final LeaseQueries leases;

    TroubleQueries(Database database, LeaseQueries leases) {
        this.database = database;
        this.leases = leases;
    }

    /**
     * A message that was not taken.
     *
     * @param sequence of the change that it tells of
     * @param next when it is tried again; empty for one that was given up
     */
    record Trouble(long sequence, int attempts, Instant first, Instant last, Optional<Instant> next, String why) {}

    /** Those whose turn it is, in the order of their changes. */
    List<Trouble> due(UUID hook, int most) {
        return database.list(
                COLUMNS + " WHERE webhook = ? AND NOT dead AND due <= now() ORDER BY sequence LIMIT ?",
                TroubleQueries::trouble,
                hook,
                most);
    }

    /** Those that are tried again, or those that were given up. */
    List<Trouble> all(UUID hook, boolean dead, int most) {
        return database.list(
                COLUMNS + " WHERE webhook = ? AND dead = ? ORDER BY sequence DESC LIMIT ?",
                TroubleQueries::trouble,
                hook,
                dead,
                most);
    }

    /** How long until the next one's turn. */
    Optional<Duration> next(UUID hook) {
        return database.first(
                        "SELECT extract(epoch FROM min(due) - now()) FROM webhook_trouble WHERE webhook = ? AND NOT dead",
                        row -> Optional.ofNullable(row.getBigDecimal(1)),
                        hook)
                .flatMap(seconds -> seconds)
                .map(seconds -> Duration.ofMillis(Math.max(0, (long) (seconds.doubleValue() * 1000))));
    }

    /** A message was taken at last. False if somebody else holds the lease now. */
    @Transactional
    boolean taken(LeaseQueries.Lease lease, long sequence) {
        if (!leases.advance(lease, 0, true)) {
            return false;
        }
        database.change(
                "DELETE FROM webhook_trouble WHERE webhook = ? AND sequence = ?",
                lease.hook().id(),
                sequence);
        return true;
    }

    /**
     * A message was not taken: it is tried again after a while, or given up. The cursor goes past it in the same
     * transaction, so that it is in one place and not in two. False if somebody else holds the lease now.
     */
    @Transactional
    boolean failed(LeaseQueries.Lease lease, long sequence, String why, Duration after, Duration giveUp) {
        if (!leases.advance(lease, sequence, false)) {
            return false;
        }
        database.change("""
                INSERT INTO webhook_trouble AS t (webhook, sequence, attempts, first, last, due, dead, why)
                VALUES (?, ?, 1, now(), now(), now() + make_interval(secs => ?), false, ?)
                ON CONFLICT ON CONSTRAINT webhook_trouble_pk DO UPDATE SET attempts = t.attempts + 1, last = now(),
                    due = excluded.due, why = excluded.why, dead = t.first <= now() - make_interval(secs => ?)
                """, lease.hook().id(), sequence, seconds(after), why, seconds(giveUp));
        return true;
    }

    private static Trouble trouble(ResultSet row) throws SQLException {
        boolean dead = row.getBoolean(6);
        return new Trouble(
                row.getLong(1),
                row.getInt(2),
                HookQueries.moment(row, 3).orElseThrow(),
                HookQueries.moment(row, 4).orElseThrow(),
                dead ? Optional.empty() : HookQueries.moment(row, 5),
                row.getString(7));
    }
}
