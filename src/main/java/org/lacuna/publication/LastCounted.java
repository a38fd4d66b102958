package org.lacuna.publication;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.lacuna.shared.Background;

/**
 * Remembers what was counted, until anything of the record changes: every change, a redaction too, has a number of its own
 * in the change feed. What takes long to count would then keep a reader waiting after each change; it is told as it was
 * counted last while a thread beside the answers counts it anew, for {@link CountSettings#believed} at most, which is no longer
 * than every cache between us and a reader may keep a page. That thread also looks by itself for changes, so that whoever
 * comes minutes after the last reader need not wait either.
 */
@Singleton
public final class LastCounted {
    private static final Logger LOG = Logger.getLogger(LastCounted.class);

    /** A page counts many things, and a reader notices a tenth of a second. */
    private static final Duration LONG = Duration.ofMillis(20);

    /** So many times as long as counting takes nothing is counted anew, while the record changes all the time. */
    private static final int REST = 9;

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    /** For so long after somebody asked, it is counted anew by itself. */
    private static final Duration WANTED = Duration.ofMinutes(10);

    /** Some are large; where memory is short, they are let go before it is used up. */
    private static final int MOST = 500;

    private final Clock clock;
    private final CountSettings settings;
    private final LongSupplier lastChange;
    private final ScheduledExecutorService beside = Background.timer("count-anew");
    private final Set<Object> counting = new HashSet<>();
    private final Map<Object, Kept> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Kept> eldest) {
            return size() > MOST;
        }
    };
    private boolean looks;

    @Inject
    LastCounted(Clock clock, CountSettings settings, DocumentQueries documents) {
        this(clock, settings, documents::last);
    }

    LastCounted(Clock clock, CountSettings settings, LongSupplier lastChange) {
        this.clock = clock;
        this.settings = settings;
        this.lastChange = lastChange;
    }

    /**
     * What is known of a question.
     *
     * @param at the number of the last change that is counted
     * @param count how it is counted at a number
     * @param taken how long that took
     * @param counted when it was done
     * @param held the last time at which it was known to be still so
     * @param asked when somebody asked last
     */
    private record Kept(
            long at,
            SoftReference<Object> found,
            LongFunction<?> count,
            Duration taken,
            Instant counted,
            Instant held,
            Instant asked) {
        Kept asked(Instant now) {
            return new Kept(at, found, count, taken, counted, held, now);
        }

        Kept held(long last, Instant now) {
            return at == last ? new Kept(at, found, count, taken, counted, now, asked) : this;
        }

        boolean isRested(Instant now) {
            return !counted.plus(taken.multipliedBy(REST)).isAfter(now);
        }
    }

    /**
     * The answer to a question about the record as it is.
     *
     * @param question without the number of the last change; equal questions have equal answers at the same number
     * @param at the number of the last change
     * @param count finds the answer at a number, on any thread
     */
    public <T> T now(List<?> question, long at, Class<T> type, LongFunction<T> count) {
        Object key = List.of(type, question);
        return type.cast(told(key, at).orElseGet(() -> count(key, at, count)));
    }

    /** Of this very number, or of an earlier one that may still be told. */
    private synchronized Optional<Object> told(Object key, long at) {
        Instant now = clock.instant();
        Kept kept =
                known.computeIfPresent(key, (any, before) -> before.asked(now).held(at, now));
        if (kept == null || kept.at != at && !mayBeTold(kept, now)) {
            return Optional.empty();
        }
        if (kept.at != at && kept.isRested(now) && counting.add(key)) {
            beside.execute(() -> anew(key, at, kept.count));
        }
        return Optional.ofNullable(kept.found.get());
    }

    private boolean mayBeTold(Kept kept, Instant now) {
        Duration since = Duration.between(kept.held, now);
        return kept.taken.compareTo(LONG) >= 0 && !since.isNegative() && since.compareTo(settings.believed()) < 0;
    }

    private void anew(Object key, long at, LongFunction<?> count) {
        try {
            count(key, at, count);
        } catch (RuntimeException failed) {
            LOG.warnf("what was counted before is told a while longer: %s", failed.getMessage());
        } finally {
            synchronized (this) {
                counting.remove(key);
            }
        }
    }

    private Object count(Object key, long at, LongFunction<?> count) {
        long began = System.nanoTime();
        Object found = count.apply(at);
        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        Instant now = clock.instant();
        synchronized (this) {
            known.merge(
                    key,
                    new Kept(at, new SoftReference<>(found), count, taken, now, now, now),
                    (before, after) -> before.at > after.at ? before : after.asked(before.asked));
            lookFromNowOn();
        }
        return found;
    }

    private void lookFromNowOn() {
        if (!looks && !settings.believed().isZero()) {
            looks = true;
            beside.schedule(this::lookNow, LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void lookNow() {
        long began = System.nanoTime();
        try {
            look(lastChange.getAsLong());
        } catch (RuntimeException failed) {
            LOG.warnf("cannot see whether the record changed: %s", failed.getMessage());
        }
        long rest = Math.max(LOOKS_EVERY.toNanos(), REST * (System.nanoTime() - began));
        beside.schedule(this::lookNow, rest, TimeUnit.NANOSECONDS);
    }

    /** Counts anew what is still wanted and has changed. */
    void look(long last) {
        Instant now = clock.instant();
        Map<Object, Kept> due = new LinkedHashMap<>();
        synchronized (this) {
            known.replaceAll((key, kept) -> kept.held(last, now));
            known.forEach((key, kept) -> {
                if (kept.at != last
                        && kept.taken.compareTo(LONG) >= 0
                        && kept.isRested(now)
                        && kept.asked.plus(WANTED).isAfter(now)
                        && counting.add(key)) {
                    due.put(key, kept);
                }
            });
        }
        due.forEach((key, kept) -> anew(key, last, kept.count));
    }

    @PreDestroy
    void stop() {
        beside.shutdownNow();
    }
}
