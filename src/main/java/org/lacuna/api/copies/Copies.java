package org.lacuna.api.copies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Copies of documents, within a bound of bytes. They are handed out only while somebody has lately looked which cases have
 * changed: what is redacted must be gone everywhere, and a process that cannot see changes knows nothing of it.
 */
@Singleton
class Copies {
    /** So long a look at the changes is believed, from its beginning. */
    static final Duration BELIEVED = Duration.ofSeconds(1);

    private final Cache<String, Copy> bySlug;
    private final boolean any;
    private long generation;
    private volatile long believedUntil;
    private volatile boolean believed;

    Copies(CopySettings settings) {
        this.any = settings.mostBytes().asLongValue() > 0;
        this.bySlug = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(Math.max(1, settings.mostBytes().asLongValue()))
                .weigher((String slug, Copy copy) -> copy.weight())
                .build();
    }

    Optional<Copy> find(String slug) {
        return believed() ? Optional.ofNullable(bySlug.getIfPresent(slug)) : Optional.empty();
    }

    /** Which state of the record is known; to be asked before documents are read. */
    synchronized long generation() {
        return generation;
    }

    /** Keeps what was read, unless something has changed meanwhile: it may be what was read. */
    synchronized void keep(Map<String, Copy> read, long since) {
        if (any && generation == since && believed()) {
            bySlug.putAll(read);
        }
    }

    /** These have changed. */
    synchronized void forget(Set<String> changed) {
        if (!changed.isEmpty()) {
            generation++;
            bySlug.invalidateAll(changed);
        }
    }

    /** @param looked {@link System#nanoTime} when the look at the changes began */
    synchronized void forget(Set<String> changed, long looked) {
        forget(changed);
        believedUntil = looked + BELIEVED.toNanos();
        believed = true;
    }

    /** Nothing is certain any more. */
    synchronized void forgetAll() {
        generation++;
        believed = false;
        bySlug.invalidateAll();
    }

    private boolean believed() {
        return believed && System.nanoTime() - believedUntil < 0;
    }
}
