package org.lacuna.desk.door;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.lacuna.shared.Background;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/** Forgets, within a minute, the unlocked key of every session that has ended: by time, or by hand on any node. */
@ApplicationScoped
class ForgetKeys {
    private static final Logger LOG = Logger.getLogger(ForgetKeys.class);
    private static final int EVERY_SECONDS = 60;

    private final UnlockedKeys keys;
    private final Sessions sessions;
    private final ScheduledExecutorService clockwork = Background.timer("forget-keys");

    ForgetKeys(UnlockedKeys keys, Sessions sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    void start(@Observes StartupEvent started, ThisProcess process) {
        if (process.plays(Role.DESK)) {
            clockwork.scheduleWithFixedDelay(this::forget, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        clockwork.shutdownNow();
    }

    void forget() {
        Set<UUID> asked = keys.sessions();
        if (asked.isEmpty()) {
            return;
        }
        try {
            keys.keepOnly(sessions.holding(asked), asked);
        } catch (RuntimeException unknown) {
            // Whether a session still holds cannot be told: better a password typed again than a key kept too long.
            LOG.warn("sessions could not be looked up; editors type their passwords again");
            keys.keepOnly(Set.of(), asked);
        }
    }
}
