package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Database;

/**
 * The watched subjects and the leases on their checks. Time here is the database's: it is the one clock that all nodes
 * share, and a node whose own clock jumps can neither keep a lease too long nor take one too early.
 */
@ApplicationScoped
class WatchQueries {
    private static final String LEASED =
            "watch.id, watch.platform, watch.subject, watch.url, watch.kind, watch.case_slug, picked.due, watch.fence";

    private final Database database;

    WatchQueries(Database database) {
        this.database = database;
    }

    /** Watches a subject from now on, unless it is watched already. */
    void add(String platform, String subject, URI url, Lease.Kind kind, Optional<String> caseSlug, Instant now) {
        database.change("""
                INSERT INTO watch (platform, subject, url, kind, case_slug, added, due)
                VALUES (?, ?, ?, ?, ?, ?, now())
                ON CONFLICT ON CONSTRAINT watch_once DO NOTHING
                """, platform, subject, url.toString(), kind.word(), caseSlug, now.atOffset(ZoneOffset.UTC));
    }

    /**
     * Leases due checks of a platform, the longest due first; the list is in that order too. While another node holds checks of this platform it gets
     * none, so that the platform sees one visitor at one pace, however many nodes there are.
     */
    @Transactional
    List<Lease> lease(String platform, String holder, int most, Duration term) {
        database.lock("crawl " + platform);
        return database.list(
                """
                WITH picked AS (
                    SELECT id, due FROM watch
                    WHERE platform = ? AND due <= now() AND NOT EXISTS (
                        SELECT 1 FROM watch held
                        WHERE held.platform = ? AND held.leased_by <> ? AND held.due > now())
                    ORDER BY due, id LIMIT ? FOR UPDATE SKIP LOCKED),
                leased AS (
                    UPDATE watch
                    SET fence = fence + 1, leased_by = ?, due = now() + make_interval(secs => ?)
                    FROM picked WHERE watch.id = picked.id
                    RETURNING
                """ + LEASED + """
                )
                SELECT * FROM leased ORDER BY due, id
                """, WatchQueries::lease, platform, platform, holder, most, holder, seconds(term));
    }

    /** Leases the platform's control whether it is due or not; empty if somebody holds it. */
    @Transactional
    Optional<Lease> leaseControl(String platform, String subject, String holder, Duration term) {
        return database.first("""
                WITH picked AS (
                    SELECT id, due FROM watch
                    WHERE platform = ? AND subject = ? AND kind = 'control'
                      AND (leased_by IS NULL OR due <= now())
                    FOR UPDATE SKIP LOCKED)
                UPDATE watch
                SET fence = fence + 1, leased_by = ?, due = now() + make_interval(secs => ?)
                FROM picked WHERE watch.id = picked.id
                RETURNING
                """ + LEASED, WatchQueries::lease, platform, subject, holder, seconds(term));
    }

    /** Whether this lease is still the latest; if so nobody else can take or finish it until the transaction ends. */
    boolean hold(Lease lease) {
        return database.first(
                        "SELECT 1 FROM watch WHERE id = ? AND fence = ? FOR UPDATE",
                        row -> true,
                        lease.id(),
                        lease.fence())
                .isPresent();
    }

    /** Ends a lease after its check. */
    void finish(Lease lease, Duration next, Instant checked, String judged) {
        database.change("""
                UPDATE watch SET leased_by = NULL, due = now() + make_interval(secs => ?), checked = ?, judged = ?
                WHERE id = ? AND fence = ?
                """, seconds(next), checked.atOffset(ZoneOffset.UTC), judged, lease.id(), lease.fence());
    }

    /** Ends a lease whose check was not begun: it is as late as it was, so nothing overtakes it. */
    @Transactional
    void handBack(Lease lease) {
        database.change(
                "UPDATE watch SET leased_by = NULL, due = ? WHERE id = ? AND fence = ?",
                lease.due().atOffset(ZoneOffset.UTC),
                lease.id(),
                lease.fence());
    }

    /** Ends a lease whose check failed. */
    @Transactional
    void giveBack(Lease lease, Duration next) {
        database.change("""
                UPDATE watch SET leased_by = NULL, due = now() + make_interval(secs => ?)
                WHERE id = ? AND fence = ?
                """, seconds(next), lease.id(), lease.fence());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Lease lease(ResultSet row) throws SQLException {
        return new Lease(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                URI.create(row.getString(4)),
                Lease.Kind.of(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getLong(8));
    }
}
