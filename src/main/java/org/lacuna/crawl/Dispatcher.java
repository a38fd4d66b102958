package org.lacuna.crawl;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

/** Works all platforms whose pages are fetched, several at a time. */
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final Platforms platforms;
    private final PlatformRound round;
    private final ExecutorService workers;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Dispatcher(Platforms platforms, PlatformRound round, CrawlSettings settings) {
        this.platforms = platforms;
        this.round = round;
        this.workers = Executors.newFixedThreadPool(settings.workers(), work -> {
            Thread thread = new Thread(work, "crawl");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins a round for every platform that has none under way, and waits for none of them. */
    void dispatch() {
        dispatch(platforms.all().stream()
                .filter(platform -> platform.fetch().isPresent())
                .toList());
    }

    /** The same for these platforms; each result is how many checks were recorded. */
    List<Future<Integer>> dispatch(List<Platform> fetched) {
        return fetched.stream()
                .filter(platform -> underWay.add(platform.id()))
                .map(platform -> workers.submit(() -> work(platform)))
                .toList();
    }

    private int work(Platform platform) {
        try {
            return round.work(platform);
        } catch (RuntimeException failed) {
            LOG.errorf(
                    "the round of %s ended early: %s",
                    platform.id(), failed.getClass().getName());
            return 0;
        } finally {
            underWay.remove(platform.id());
        }
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
