package org.lacuna.api.copies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pages as they were sent, by their addresses, for a moment after they were begun. It is a shared cache (RFC 9111) that
 * believes far shorter than each page allows: what is redacted must be gone everywhere, and a page is also made of what no
 * change of the record tells, such as definitions of platforms.
 */
@Singleton
class PageCopies {
    private final Cache<String, PageCopy> byAddress;
    private volatile Duration believed;
    private final AtomicLong generation = new AtomicLong();

    PageCopies(PageCopySettings settings) {
        this.believed = settings.believed();
        this.byAddress = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(Math.max(1, settings.mostBytes().asLongValue()))
                .weigher((String address, PageCopy page) -> page.weight())
                .build();
    }

    /**
     * When a page is begun, to be taken before anything that it shows is read.
     *
     * @param at {@link System#nanoTime}
     */
    record Begun(String address, long at, long generation) {}

    Begun begin(String address) {
        return new Begun(address, System.nanoTime(), generation.get());
    }

    /** A page names its own address, and so shows by which name it was asked for. */
    static String address(String scheme, String authority, String path) {
        return scheme + "://" + authority + path;
    }

    /** Nothing for the first who asks in the second half of a page's time: who gets nothing makes it anew for all. */
    Optional<PageCopy> find(String address) {
        return Optional.ofNullable(byAddress.getIfPresent(address))
                .filter(page -> isBelieved(page.begun()))
                .filter(page -> age(page.begun()) < believed.toNanos() / 2 || !page.beginsAnew());
    }

    /** The same for whoever asks on the short way, where no page is made anew. */
    Optional<PageCopy> findAgain(String address) {
        return Optional.ofNullable(byAddress.getIfPresent(address))
                .filter(page -> isBelieved(page.begun()))
                .filter(page -> age(page.begun()) < believed.toNanos() / 2 || page.hasBegunAnew());
    }

    /** Keeps it, unless what it shows has changed since it was begun. */
    void keep(PageCopy page) {
        if (isBelieved(page.begun())) {
            byAddress.put(page.begun().address(), page);
        }
    }

    /** Something has changed, and what is not known. */
    void forgetAll() {
        generation.incrementAndGet();
        byAddress.invalidateAll();
    }

    /** From now on, pages are believed for so long; nothing keeps none. */
    void believe(Duration time) {
        believed = time;
    }

    private boolean isBelieved(Begun begun) {
        return begun.generation() == generation.get() && age(begun) < believed.toNanos();
    }

    private static long age(Begun begun) {
        return System.nanoTime() - begun.at();
    }
}
