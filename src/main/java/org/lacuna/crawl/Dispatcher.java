package org.lacuna.crawl;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
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

    Dispatcher(Platforms platforms, PlatformRound round, CrawlSettings settings) {
        this.platforms = platforms;
        this.round = round;
        this.workers = Executors.newFixedThreadPool(settings.workers(), work -> {
            Thread thread = new Thread(work, "crawl");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does what is due now.
     *
     * @return how many checks were recorded
     */
    int dispatch() throws InterruptedException {
        List<Platform> fetched = platforms.all().stream()
                .filter(platform -> platform.fetch().isPresent())
                .toList();
        return dispatch(fetched);
    }

    int dispatch(List<Platform> fetched) throws InterruptedException {
        List<Callable<Integer>> rounds = fetched.stream()
                .map(platform -> (Callable<Integer>) () -> round.work(platform))
                .toList();
        int done = 0;
        for (Future<Integer> result : workers.invokeAll(rounds)) {
            try {
                done += result.get();
            } catch (ExecutionException failed) {
                LOG.errorf(
                        "a round ended early: %s", failed.getCause().getClass().getName());
            }
        }
        return done;
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
