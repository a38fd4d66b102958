package org.lacuna.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.lacuna.shared.Background;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/** Has new leaves integrated once a second, on nodes that answer the public: they have the key, and serve the files. */
@ApplicationScoped
class KeepLog {
    private static final Logger LOG = Logger.getLogger(KeepLog.class);
    private static final int SECONDS = 1;

    private final Integrate integrate;
    private final LogSettings settings;
    private final ThisProcess process;
    private final LogAlarm alarm;
    private final ScheduledExecutorService timer = Background.timer("log");

    KeepLog(Integrate integrate, LogSettings settings, ThisProcess process, LogAlarm alarm) {
        this.integrate = integrate;
        this.settings = settings;
        this.process = process;
        this.alarm = alarm;
    }

    void start(@Observes StartupEvent started) {
        if (settings.works() && process.plays(Role.PUBLIC)) {
            timer.scheduleWithFixedDelay(this::step, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        timer.shutdownNow();
        if (settings.works() && process.plays(Role.PUBLIC)) {
            try {
                integrate.release();
            } catch (RuntimeException runsOut) {
                LOG.debugf("the log's turn was not given back and runs out: %s", runsOut.getMessage());
            }
        }
    }

    /** A timer that throws is never called again. */
    private void step() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = integrate.step();
            }
            alarm.quiet(LogAlarm.INTEGRATION);
        } catch (RuntimeException failed) {
            alarm.raise(LogAlarm.INTEGRATION, failed.getMessage());
        }
    }
}
