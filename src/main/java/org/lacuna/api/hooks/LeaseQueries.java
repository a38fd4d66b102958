package org.lacuna.api.hooks;

import static org.lacuna.api.hooks.HookQueries.seconds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Database;

/**
 * Who serves a subscription, and how far it has come. Only the holder of the latest lease may write: its fence stands in
 * every statement. Time here is the database's, the one clock that all nodes share.
 */
@ApplicationScoped
class LeaseQueries {
    private final Database database;
    private final HookQueries hooks;

    LeaseQueries(Database database, HookQueries hooks) {
        this.database = database;
        this.hooks = hooks;
    }

    /**
     * The right to serve a subscription for a while.
     *
     * @param fence the lease's number
     * @param secrets sealed; the newest first
     * @param failures messages in a row that were not taken, before this lease
     */
    record Lease(Hook hook, long fence, List<byte[]> secrets, int failures) {}

    /**
     * Leases subscriptions for which there is something to do, the longest due first.
     *
     * @param failing whether those whose last message failed may be among them
     * @param atOneHost the most to one host, on all nodes together
     */
    @Transactional
    List<Lease> lease(int most, boolean failing, int atOneHost, Duration term) {
        // one node at a time counts who is served at a host
        database.lock("webhook leases");
        return database.list(
                """
                WITH wanted AS (
                    SELECT w.id, w.due, row_number() OVER (PARTITION BY w.host ORDER BY w.due, w.id) + (
                        SELECT count(*) FROM webhook o WHERE o.host = w.host AND o.leased_until > now()) AS place
                    FROM webhook w
                    WHERE w.due <= now() AND (w.leased_until IS NULL OR w.leased_until <= now())
                        AND (w.failures = 0 OR ?)
                        AND (w.state = 'unverified' OR w.state = 'active' AND (
                            w.cursor < (SELECT max(sequence) FROM change) OR EXISTS (
                                SELECT FROM webhook_trouble t WHERE t.webhook = w.id AND NOT t.dead AND t.due <= now())))),
                picked AS (
                    SELECT id FROM webhook WHERE id IN (
                        SELECT id FROM wanted WHERE place <= ? ORDER BY due, id LIMIT ?) FOR UPDATE SKIP LOCKED)
                UPDATE webhook w SET fence = fence + 1, leased_until = now() + make_interval(secs => ?)
                FROM picked WHERE w.id = picked.id
                RETURNING\s"""
                        + HookQueries.COLUMNS
                        + ", w.fence, w.secret, CASE WHEN w.old_until > now() THEN w.old_secret END, w.failures",
                this::lease,
                failing,
                atOneHost,
                most,
                seconds(term));
    }

    private Lease lease(ResultSet row) throws SQLException {
        byte[] old = row.getBytes(13);
        return new Lease(
                hooks.hook(row),
                row.getLong(11),
                old == null ? List.of(row.getBytes(12)) : List.of(row.getBytes(12), old),
                row.getInt(14));
    }

    /** All up to this change has been dealt with; {@code taken} if its target has just taken a message. */
    boolean advance(Lease lease, long cursor, boolean taken) {
        return database.change(
                        "UPDATE webhook SET cursor = greatest(cursor, ?),"
                                + " delivered = CASE WHEN ? THEN now() ELSE delivered END WHERE id = ? AND fence = ?",
                        cursor,
                        taken,
                        lease.hook().id(),
                        lease.fence())
                == 1;
    }

    /** Its target said yes: what changes from now on is sent. */
    void verified(Lease lease) {
        database.change(
                "UPDATE webhook SET state = 'active', why = NULL, verified = now(), due = now(), leased_until = NULL,"
                        + " failures = 0, failing_since = NULL WHERE id = ? AND fence = ?",
                lease.hook().id(),
                lease.fence());
    }

    /** Its target did not say yes; nobody asks again until its owner wants it. */
    void refused(Lease lease, String why) {
        database.change(
                "UPDATE webhook SET why = ?, due = 'infinity', leased_until = NULL WHERE id = ? AND fence = ?",
                why,
                lease.hook().id(),
                lease.fence());
    }

    /** Its target wants nothing any more. */
    void gone(Lease lease) {
        database.change(
                "UPDATE webhook SET state = 'gone', why = 'status 410', leased_until = NULL WHERE id = ? AND fence = ?",
                lease.hook().id(),
                lease.fence());
    }

    /**
     * Ends a lease.
     *
     * @param failures messages in a row that were not taken; of none, it starts afresh
     * @param after until something is tried again
     * @param silent how long nothing may be taken before it is switched off
     */
    void release(Lease lease, int failures, Optional<String> why, Duration after, Duration silent) {
        database.change(
                """
                UPDATE webhook SET leased_until = NULL, failures = ?, why = ?, due = now() + make_interval(secs => ?),
                    failing_since = CASE WHEN ? = 0 THEN NULL ELSE coalesce(failing_since, now()) END,
                    state = CASE WHEN ? > 0 AND failing_since < now() - make_interval(secs => ?) THEN 'silent'
                        ELSE state END
                WHERE id = ? AND fence = ?
                """,
                failures,
                why,
                seconds(after),
                failures,
                failures,
                seconds(silent),
                lease.hook().id(),
                lease.fence());
    }

    /** Takes a host's turn to be asked; else how long until it may be. */
    @Transactional
    Optional<Duration> turnToAsk(String host, Duration pause) {
        boolean taken = database.change("""
                        INSERT INTO webhook_host (host, asked) VALUES (?, now())
                        ON CONFLICT ON CONSTRAINT webhook_host_pk DO UPDATE SET asked = now()
                        WHERE webhook_host.asked <= now() - make_interval(secs => ?)
                        """, host, seconds(pause)) == 1;
        return taken ? Optional.empty() : Optional.of(pause);
    }
}
