package org.lacuna.cases;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * Shows again what was hidden until a day that is over: at the start of a node that schedules, and every hour on a node
 * that runs the clock. Late only means that something stays hidden for longer.
 */
@ApplicationScoped
class LapseRedactions {
    private static final Logger LOG = Logger.getLogger(LapseRedactions.class);
    private static final int AFTER_THE_FOUNDING_RECORD = 200;

    private final Redactions redactions;
    private final ThisProcess process;
    private final Clock clock;

    LapseRedactions(Redactions redactions, ThisProcess process, Clock clock) {
        this.redactions = redactions;
        this.process = process;
        this.clock = clock;
    }

    void start(@Observes @Priority(AFTER_THE_FOUNDING_RECORD) StartupEvent started) {
        if (process.plays(Role.SCHEDULER)) {
            lapse();
        }
    }

    @Scheduled(identity = "record-lapse", every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void lapse() {
        int shown = redactions.lapse(LocalDate.now(clock));
        if (shown > 0) {
            LOG.infof("%d passages of the record show again: they were hidden until a day that is over", shown);
        }
    }
}
