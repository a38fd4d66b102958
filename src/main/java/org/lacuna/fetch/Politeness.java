package org.lacuna.fetch;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Turns in the memory of this process: for a host that nobody else asks at the moment. */
final class Politeness implements Turns {
    private static final int SWEEP_AT = 10_000;
    private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();
    private final ConcurrentMap<Pause, Long> pauses = new ConcurrentHashMap<>();

    /** In nanoseconds of the machine's timer: when the last turn was, and when the next may be. */
    private record Turn(long last, long next) {}

    private record Pause(String host, Exit exit) {}

    @Override
    public Duration take(String host, Duration delay, Duration patience) {
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

    /**
     * The turn that was taken last at this host is being used only now: whoever comes next counts from here. A request
     * may leave late, on a machine that is busy or has just started, and the one behind it must not catch up.
     */
    void used(String host) {
        long now = System.nanoTime();
        turns.computeIfPresent(
                host,
                (name, turn) -> new Turn(later(turn.last(), now), later(turn.next(), now + turn.next() - turn.last())));
    }

    @Override
    public void pause(String host, Exit exit, Duration time) {
        long now = System.nanoTime();
        pauses.values().removeIf(until -> until - now < 0);
        pauses.merge(new Pause(host, exit), now + time.toNanos(), Politeness::later);
    }

    @Override
    public Duration pause(String host, Exit exit) {
        Long until = pauses.isEmpty() ? null : pauses.get(new Pause(host, exit));
        return until == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    @Override
    public int forget() {
        int before = turns.size() + pauses.size();
        long now = System.nanoTime();
        turns.values().removeIf(turn -> turn.next() - now < 0);
        pauses.values().removeIf(until -> until - now < 0);
        return before - turns.size() - pauses.size();
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
