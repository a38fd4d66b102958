package org.lacuna.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.lacuna.shared.Database;

/**
 * Turns that all nodes agree on in one database, by its clock. Each statement stands for itself: inside the caller's
 * transaction a host's row would stay locked, and every other node wait, until that transaction ends.
 */
@ApplicationScoped
class AgreedTurns implements Turns {
    /** A pause that another node was asked for is heard of so late; our own at once. */
    private static final Duration BELIEVED = Duration.ofSeconds(30);

    private final Database database;
    private final Cache<Pause, Long> pauses =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BELIEVED).build();

    AgreedTurns(Database database) {
        this.database = database;
    }

    private record Pause(String host, String exit) {}

    @Override
    public Duration take(String host, Duration delay, Duration patience) {
        return alone(() ->
                        database.first("""
                        INSERT INTO host_turn AS turn (host, last, next)
                        VALUES (?, statement_timestamp(), statement_timestamp() + make_interval(secs => ?))
                        ON CONFLICT (host) DO UPDATE SET
                            last = greatest(statement_timestamp(), turn.next, turn.last + (excluded.next - excluded.last)),
                            next = greatest(statement_timestamp(), turn.next, turn.last + (excluded.next - excluded.last))
                                + (excluded.next - excluded.last)
                        WHERE greatest(turn.next, turn.last + (excluded.next - excluded.last))
                            <= statement_timestamp() + make_interval(secs => ?)
                        RETURNING extract(epoch FROM last - statement_timestamp())::double precision
                        """, row -> duration(row.getDouble(1)), host, seconds(delay), seconds(patience)))
                .orElse(Duration.ofNanos(-1));
    }

    @Override
    public void pause(String host, Exit exit, Duration time) {
        Pause key = new Pause(host, exit.label());
        alone(() -> database.change("""
                INSERT INTO host_pause AS pause (host, exit, until)
                VALUES (?, ?, statement_timestamp() + make_interval(secs => ?))
                ON CONFLICT (host, exit) DO UPDATE SET until = greatest(pause.until, excluded.until)
                """, host, key.exit(), seconds(time)));
        pauses.invalidate(key);
    }

    @Override
    public Duration pause(String host, Exit exit) {
        long until = pauses.get(new Pause(host, exit.label()), this::readUntil);
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    /** Hosts that were not asked for a day, and pauses that are over. */
    @Override
    public int forget() {
        return alone(
                () -> database.change("DELETE FROM host_turn WHERE next < statement_timestamp() - interval '1 day'")
                        + database.change("DELETE FROM host_pause WHERE until < statement_timestamp()"));
    }

    private long readUntil(Pause key) {
        Duration left = alone(() -> database.first("""
                        SELECT extract(epoch FROM until - statement_timestamp())::double precision
                        FROM host_pause WHERE host = ? AND exit = ?
                        """, row -> duration(row.getDouble(1)), key.host(), key.exit()))
                .orElse(Duration.ZERO);
        return System.nanoTime() + left.toNanos();
    }

    private static <T> T alone(Supplier<T> work) {
        return QuarkusTransaction.isActive()
                ? QuarkusTransaction.suspendingExisting().call(work::get)
                : work.get();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.max(0, Math.round(seconds * 1e9)));
    }
}
