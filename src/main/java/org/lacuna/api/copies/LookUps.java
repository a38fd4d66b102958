package org.lacuna.api.copies;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.lacuna.publication.CurrentCases;
import org.lacuna.shared.Role;
import org.lacuna.shared.SiteAddress;
import org.lacuna.shared.ThisProcess;

/**
 * Reads the documents of which there is no copy. Whoever asks while others are being read is answered with the next look-up,
 * together with all who wait: under load one question to the database answers many.
 */
@Singleton
class LookUps {
    private static final Logger LOG = Logger.getLogger(LookUps.class);
    private static final int AT_ONCE = 64;
    private static final int MOST_WAITING = 10_000;
    private static final int THREADS = 2;

    private final CurrentCases cases;
    private final Copies copies;
    private final SiteAddress site;
    private final ThisProcess process;
    private final BlockingQueue<Asked> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<Thread> threads = Stream.generate(() -> new Thread(this::work, "case-look-ups"))
            .limit(THREADS)
            .toList();

    LookUps(CurrentCases cases, Copies copies, SiteAddress site, ThisProcess process) {
        this.cases = cases;
        this.copies = copies;
        this.site = site;
        this.process = process;
    }

    /**
     * Somebody who waits.
     *
     * @param then gets the copy on the thread that looked it up; empty if there is no such case, or it cannot be said
     */
    record Asked(String slug, Consumer<Optional<Copy>> then) {}

    void start(@Observes StartupEvent started) {
        if (process.plays(Role.PUBLIC)) {
            threads.forEach(thread -> {
                thread.setDaemon(true);
                thread.start();
            });
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        threads.forEach(Thread::interrupt);
    }

    /** Whether the question is taken; not if too many wait. */
    boolean ask(Asked asked) {
        return waiting.offer(asked);
    }

    private void work() {
        List<Asked> together = new ArrayList<>(AT_ONCE);
        while (true) {
            try {
                together.add(waiting.take());
            } catch (InterruptedException stopped) {
                return;
            }
            waiting.drainTo(together, AT_ONCE - 1);
            Map<String, Copy> found = find(together);
            together.forEach(asked -> tell(asked, Optional.ofNullable(found.get(asked.slug()))));
            together.clear();
        }
    }

    private static void tell(Asked asked, Optional<Copy> found) {
        try {
            asked.then().accept(found);
        } catch (RuntimeException gone) {
            // whoever asked is not there any more; the others are
            LOG.debug("an answer found nobody");
        }
    }

    private Map<String, Copy> find(List<Asked> together) {
        Set<String> slugs = new HashSet<>();
        together.forEach(asked -> slugs.add(asked.slug()));
        long since = copies.generation();
        Map<String, Copy> found = new HashMap<>();
        try {
            cases.find(slugs).forEach((slug, document) -> found.put(slug, new Copy(slug, document, site.configured())));
            copies.keep(found, since);
        } catch (RuntimeException unread) {
            // each of them goes on to the resource, which says what there is to say
            LOG.debug("documents could not be looked up");
            return Map.of();
        }
        return found;
    }
}
