package org.lacuna.fetch;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Hands out turns at a host, one after the other with the delay between them. A turn is taken when it is handed out, so
 * that two threads never share one.
 */
final class Politeness {
    private static final int SWEEP_AT = 10_000;
    private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

    /** In nanoseconds of the machine's timer: when the last turn was, and when the next may be. */
    private record Turn(long last, long next) {}

    /**
     * Takes the next turn at this host.
     *
     * @param delay after the last turn, and before the next
     * @return how long to wait for it, or a negative duration, and no turn taken, if that is longer than the patience
     */
    Duration take(String host, Duration delay, Duration patience) {
        long now = System.nanoTime();
        if (turns.size() > SWEEP_AT) {
            turns.values().removeIf(turn -> turn.next() - now < 0);
        }
        long[] wait = {-1};
        turns.compute(host, (name, turn) -> {
            long at = turn == null ? now : later(now, later(turn.next(), turn.last() + delay.toNanos()));
            if (at - now > patience.toNanos()) {
                return turn;
            }
            wait[0] = at - now;
            return new Turn(at, at + delay.toNanos());
        });
        return Duration.ofNanos(wait[0]);
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
