package org.lacuna.api.copies;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.lacuna.publication.CasesPublished;
import org.lacuna.publication.CurrentCases;
import org.lacuna.shared.Background;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/** Looks a few times a second which cases have changed, and has their copies forgotten, and all pages; all copies, when in doubt. */
@ApplicationScoped
class WatchChanges {
    private static final Logger LOG = Logger.getLogger(WatchChanges.class);
    private static final long MILLISECONDS_BETWEEN = 200;

    /** Beyond so many changes between two looks it is cheaper to begin anew. */
    private static final int MOST = 5_000;

    private final CurrentCases cases;
    private final Copies copies;
    private final PageCopies pages;
    private final ThisProcess process;
    private final ScheduledExecutorService clockwork = Background.timer("changed-cases");
    private Optional<Long> seen = Optional.empty();
    private boolean told;

    WatchChanges(CurrentCases cases, Copies copies, PageCopies pages, ThisProcess process) {
        this.cases = cases;
        this.copies = copies;
        this.pages = pages;
        this.process = process;
    }

    void start(@Observes StartupEvent started) {
        if (process.plays(Role.PUBLIC)) {
            clockwork.scheduleWithFixedDelay(this::look, 0, MILLISECONDS_BETWEEN, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        clockwork.shutdownNow();
        forgetAll();
    }

    /** What this very process publishes is known without a look. */
    void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) CasesPublished published) {
        copies.forget(published.slugs());
        pages.forgetAll();
    }

    void look() {
        long began = System.nanoTime();
        try {
            Optional<CurrentCases.Changed> changed = seen.flatMap(last -> cases.since(last, MOST));
            if (changed.isEmpty()) {
                forgetAll();
                seen = Optional.of(cases.lastChange());
                copies.forget(Set.of(), began);
            } else {
                if (changed.get().last() > seen.get()) {
                    pages.forgetAll();
                }
                seen = Optional.of(changed.get().last());
                copies.forget(changed.get().cases(), began);
            }
            told = false;
        } catch (RuntimeException unseen) {
            seen = Optional.empty();
            forgetAll();
            if (!told) {
                LOG.warn("the changes of the record could not be read; documents are answered from the database alone");
            }
            told = true;
        }
    }

    private void forgetAll() {
        copies.forgetAll();
        pages.forgetAll();
    }
}
