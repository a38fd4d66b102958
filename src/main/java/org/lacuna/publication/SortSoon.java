package org.lacuna.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.lacuna.shared.Background;

/**
 * Has words sorted into the indexes some seconds after something was published. Whoever publishes does not sort them: what
 * waits may be what another process gathered while it publishes the whole record, and sorting that takes many seconds,
 * in which the lock of publishing would keep everybody waiting.
 */
@ApplicationScoped
class SortSoon {
    private static final Logger LOG = Logger.getLogger(SortSoon.class);
    private static final long SECONDS = 5;

    private final DocumentStore store;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService timer = Background.timer("sort-soon");

    SortSoon(DocumentStore store) {
        this.store = store;
    }

    void sort() {
        if (due.compareAndSet(false, true)) {
            timer.schedule(this::now, SECONDS, TimeUnit.SECONDS);
        }
    }

    private void now() {
        due.set(false);
        try {
            QuarkusTransaction.requiringNew().run(store::sortWords);
        } catch (RuntimeException failed) {
            LOG.warnf(
                    "words of what was published are not sorted into the index (%s); they are found where they wait, and"
                            + " sorted after the next change",
                    failed.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
