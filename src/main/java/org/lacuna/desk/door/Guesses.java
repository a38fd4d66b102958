package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.lacuna.shared.SlowHash;

/**
 * Slows guessing down without locking anybody out: after a few wrong passwords each further one has to wait, a minute at
 * the most. Browsers in which the editor has logged in before are counted apart, so a stranger who guesses all day keeps
 * the editor out of none of them. Kept in memory, per node: no address is needed and none is known.
 */
@ApplicationScoped
class Guesses {
    private static final int FREE = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    /** So many names typed at random are remembered; each costs whoever types them a slow hash. */
    static final int MOST_REMEMBERED = 10_000;

    /** {@code before} is when the attempt before the last one was counted. */
    private record Wrong(int times, Instant last, Instant before) {
        Instant next() {
            if (times < FREE) {
                return last;
            }
            long seconds = 1L << Math.min(times - FREE, 10);
            return last.plusSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds()));
        }
    }

    private final Map<String, Wrong> wrong = new ConcurrentHashMap<>();
    private final Clock clock;

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /**
     * How long this one has to wait before the next attempt is looked at; empty if it need not.
     *
     * @param who a typed name, hashed, or a browser known to an account; never anything about the connection
     */
    Optional<Duration> mustWait(String who) {
        Instant now = clock.instant();
        return Optional.ofNullable(wrong.get(who))
                .filter(last -> now.isBefore(last.next()))
                .map(last -> Duration.between(now, last.next()).plusSeconds(1));
    }

    void wrong(String who) {
        Instant now = clock.instant();
        if (wrong.size() >= MOST_REMEMBERED && !wrong.containsKey(who)) {
            makeRoom(now);
        }
        wrong.compute(
                who,
                (key, before) -> before == null || forgotten(before, now)
                        ? new Wrong(1, now, now)
                        : new Wrong(before.times() + 1, now, before.last()));
    }

    /** Takes the last count back: that password was not looked at. */
    void notLookedAt(String who) {
        wrong.computeIfPresent(
                who,
                (key, last) -> last.times() == 1 ? null : new Wrong(last.times() - 1, last.before(), last.before()));
    }

    void right(String who) {
        wrong.remove(who);
    }

    /**
     * A check by somebody who is logged in already, counted like any other guess.
     *
     * @return what the check found; empty also if this one has to wait
     * @throws SlowHash.Busy if too many passwords are being checked; then it does not count
     */
    <T> Optional<T> counted(String who, Supplier<Optional<T>> check) {
        if (mustWait(who).isPresent()) {
            return Optional.empty();
        }
        wrong(who);
        try {
            Optional<T> found = check.get();
            found.ifPresent(any -> right(who));
            return found;
        } catch (SlowHash.Busy busy) {
            notLookedAt(who);
            throw busy;
        }
    }

    int remembered() {
        return wrong.size();
    }

    private void makeRoom(Instant now) {
        wrong.values().removeIf(each -> forgotten(each, now));
        while (wrong.size() >= MOST_REMEMBERED) {
            wrong.entrySet().stream()
                    .min(Comparator.comparing(each -> each.getValue().last()))
                    .ifPresent(oldest -> wrong.remove(oldest.getKey(), oldest.getValue()));
        }
    }

    private static boolean forgotten(Wrong last, Instant now) {
        return now.isAfter(last.last().plus(FORGOTTEN_AFTER));
    }
}
