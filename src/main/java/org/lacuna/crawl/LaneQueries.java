package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.observation.Vantage;
import org.lacuna.shared.Database;

/**
 * The lanes and the leases on them. Time here is the database's: it is the one clock that all nodes share, and a node
 * whose own clock jumps can neither keep a lease too long nor take one too early.
 */
@ApplicationScoped
class LaneQueries {
    private final Database database;

    LaneQueries(Database database) {
        this.database = database;
    }

    /** Who may record: a lane and the number of the lease on it. */
    record Hold(String host, String vantage, long fence) {
        static Hold of(Lane lane) {
            return new Hold(lane.host(), lane.vantage().word(), lane.fence());
        }
    }

    private record Row(Hold hold, List<Check> check) {}

    /**
     * Leases lanes in which something is due, the longest due first. What is due in a lane comes with it, the longest due
     * first; a lane in which nothing is due after all comes empty and is to be released like the others.
     *
     * @param vantages those that this node can look from
     * @param checks the most from one lane
     */
    @Transactional
    List<Lane> lease(String holder, Collection<Vantage> vantages, int lanes, int checks, Duration term) {
        Map<Hold, List<Check>> leased = new LinkedHashMap<>();
        database.list(
                        """
                        WITH picked AS (
                            SELECT host, vantage, due FROM lane
                            WHERE due <= now() AND vantage = ANY (?)
                            ORDER BY due LIMIT ? FOR UPDATE SKIP LOCKED),
                        leased AS (
                            UPDATE lane SET fence = fence + 1, leased_by = ?, due = now() + make_interval(secs => ?)
                            FROM picked WHERE lane.host = picked.host AND lane.vantage = picked.vantage
                            RETURNING lane.host, lane.vantage, lane.fence, picked.due AS since)
                        SELECT leased.host, leased.vantage, leased.fence, due_now.*
                        FROM leased LEFT JOIN LATERAL (
                            SELECT\s""" + WatchRows.COLUMNS + """
                             FROM watch
                            WHERE watch.host = leased.host AND watch.vantage = leased.vantage AND watch.due <= now()
                            ORDER BY due, id LIMIT ?) due_now ON true
                        ORDER BY leased.since, leased.host, leased.vantage, due_now.due, due_now.id
                        """,
                        LaneQueries::row,
                        vantages.stream().map(Vantage::word).toArray(String[]::new),
                        lanes,
                        holder,
                        seconds(term),
                        checks)
                .forEach(row -> leased.computeIfAbsent(row.hold(), hold -> new ArrayList<>())
                        .addAll(row.check()));
        return leased.entrySet().stream()
                .map(entry -> new Lane(
                        entry.getKey().host(),
                        Vantage.of(entry.getKey().vantage()),
                        entry.getKey().fence(),
                        entry.getValue()))
                .toList();
    }

    /** Which of these leases are still the latest; nobody else can take those lanes until the transaction ends. */
    Set<Hold> hold(Collection<Hold> holds) {
        return database
                .list(
                        """
                        SELECT lane.host, lane.vantage, lane.fence
                        FROM lane JOIN unnest(?, ?, ?::bigint[]) AS held (host, vantage, fence)
                          ON lane.host = held.host AND lane.vantage = held.vantage AND lane.fence = held.fence
                        FOR SHARE OF lane
                        """,
                        row -> new Hold(row.getString(1), row.getString(2), row.getLong(3)),
                        texts(holds, Hold::host),
                        texts(holds, Hold::vantage),
                        texts(holds, Hold::fence))
                .stream()
                .collect(Collectors.toSet());
    }

    /**
     * Ends a lease. The lane is due again when the first of its watches is.
     *
     * @param pause but not before this has passed: the host's pace holds for whoever comes next
     */
    @Transactional
    void release(Lane lane, Duration pause) {
        // two statements: the second must see a watch that somebody added while we waited for the row
        boolean ours = database.first(
                        "SELECT 1 FROM lane WHERE host = ? AND vantage = ? AND fence = ? FOR UPDATE",
                        row -> true,
                        lane.host(),
                        lane.vantage().word(),
                        lane.fence())
                .isPresent();
        if (ours) {
            database.change("""
                    UPDATE lane SET leased_by = NULL, due = greatest(
                        now() + make_interval(secs => ?),
                        coalesce((SELECT min(due) FROM watch WHERE watch.host = lane.host AND watch.vantage = lane.vantage),
                                 'infinity'))
                    WHERE host = ? AND vantage = ? AND fence = ?
                    """, seconds(pause), lane.host(), lane.vantage().word(), lane.fence());
        }
    }

    /** Sees to it that these lanes exist and are worked soon. */
    void wake(String host, Collection<Vantage> vantages, Duration in) {
        database.change("""
                INSERT INTO lane (host, vantage, due)
                SELECT ?, vantage, now() + make_interval(secs => ?) FROM unnest(?) AS wanted (vantage)
                ON CONFLICT ON CONSTRAINT lane_pk DO UPDATE SET due = least(lane.due, excluded.due)
                WHERE lane.leased_by IS NULL
                """, host, seconds(in), texts(vantages, Vantage::word));
    }

    /** What the database's clock says. */
    Instant now() {
        return database.first("SELECT now()", row -> row.getObject(1, OffsetDateTime.class)
                        .toInstant())
                .orElseThrow();
    }

    /** Forgets lanes in which nothing is watched any more. */
    @Transactional
    void dropEmpty() {
        database.change("""
                DELETE FROM lane WHERE due = 'infinity' AND leased_by IS NULL AND NOT EXISTS (
                    SELECT 1 FROM watch WHERE watch.host = lane.host AND watch.vantage = lane.vantage)
                """);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    static <T> String[] texts(Collection<T> rows, java.util.function.Function<T, Object> value) {
        return rows.stream().map(row -> String.valueOf(value.apply(row))).toArray(String[]::new);
    }

    private static Row row(ResultSet row) throws SQLException {
        Hold hold = new Hold(row.getString(1), row.getString(2), row.getLong(3));
        row.getLong(4);
        return new Row(hold, row.wasNull() ? List.of() : List.of(WatchRows.check(row, 3)));
    }
}
