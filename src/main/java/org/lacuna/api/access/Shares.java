package org.lacuna.api.access;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Places of which there are few, shared out: no reader has more than some at once. Of whoever has none nothing is known. */
public final class Shares {
    private final KeyedHash hash = new KeyedHash();
    private final Map<Long, Integer> taken = new ConcurrentHashMap<>();

    /** A place that somebody has; given back once, however often it is closed. */
    public interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A place for a reader.
     *
     * @param most how many the reader may have
     * @return empty if the reader has them all
     */
    public Optional<Share> take(Reader reader, int most) {
        long whose = hash.of(reader.name());
        AtomicBoolean got = new AtomicBoolean();
        taken.compute(whose, (any, before) -> {
            int has = before == null ? 0 : before;
            got.set(has < most);
            return got.get() ? Integer.valueOf(has + 1) : before;
        });
        return got.get() ? Optional.of(share(whose)) : Optional.empty();
    }

    /** How many readers have a place. */
    int readers() {
        return taken.size();
    }

    private Share share(long whose) {
        AtomicBoolean given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                taken.computeIfPresent(whose, (any, has) -> has == 1 ? null : has - 1);
            }
        };
    }
}
