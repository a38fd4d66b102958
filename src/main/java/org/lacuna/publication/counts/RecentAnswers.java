package org.lacuna.publication.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Keeps answers for a minute, in memory: what many ask at once is counted once. It is no longer than what every cache
 * between us and a reader may keep, so that what is redacted is gone from here when it is gone from there.
 */
@ApplicationScoped
public class RecentAnswers {
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 100;

    /** So many are counted at once: each takes every processor it can get, here and in the database. */
    private static final int AT_ONCE = 2;

    private record Kept(FutureTask<Object> task, Instant since) {}

    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Map<Object, Kept> kept = new LinkedHashMap<>();

    RecentAnswers(Clock clock) {
        this.clock = clock;
    }

    /**
     * The answer to a question.
     *
     * @param question equal questions have the same answer
     */
    public <T> T answer(Object question, Class<T> type, Supplier<T> counting) {
        FutureTask<Object> task = task(List.of(type, question), counting);
        task.run();
        try {
            return type.cast(task.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while counting", stopped);
        } catch (ExecutionException failed) {
            forget(List.of(type, question), task);
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private synchronized FutureTask<Object> task(Object key, Supplier<?> counting) {
        Instant now = clock.instant();
        kept.values().removeIf(each -> each.since.plus(KEPT).isBefore(now) || each.since.isAfter(now));
        if (kept.size() >= MOST && !kept.containsKey(key)) {
            kept.remove(kept.keySet().iterator().next());
        }
        return kept.computeIfAbsent(key, any -> new Kept(new FutureTask<>(() -> inTurn(counting)), now)).task;
    }

    private Object inTurn(Supplier<?> counting) throws InterruptedException {
        turns.acquire();
        try {
            return counting.get();
        } finally {
            turns.release();
        }
    }

    private synchronized void forget(Object key, FutureTask<Object> task) {
        kept.computeIfPresent(key, (any, each) -> each.task == task ? null : each);
    }
}
