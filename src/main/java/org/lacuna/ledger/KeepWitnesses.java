package org.lacuna.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lacuna.shared.Background;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/** Has every new checkpoint witnessed, by the node whose turn it is. A slow witness holds nobody up but itself. */
@ApplicationScoped
class KeepWitnesses {
    private static final int SECONDS = 2;
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final AskWitnesses ask;
    private final LogQueries queries;
    private final Integrate integrate;
    private final LogAlarm alarm;
    private final Clock clock;
    private final boolean works;
    private final List<Witness> witnesses;
    private final Map<Witness, Instant> notBefore = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Background.timer("witnesses");

    KeepWitnesses(
            AskWitnesses ask,
            LogQueries queries,
            Integrate integrate,
            LogAlarm alarm,
            LogSettings settings,
            ThisProcess process,
            Clock clock) {
        this.ask = ask;
        this.queries = queries;
        this.integrate = integrate;
        this.alarm = alarm;
        this.clock = clock;
        this.works = settings.works() && process.plays(Role.PUBLIC);
        this.witnesses = settings.witnesses().orElse(List.of()).stream()
                .map(Witness::parse)
                .toList();
    }

    void start(@Observes StartupEvent started) {
        if (works && !witnesses.isEmpty()) {
            timer.scheduleWithFixedDelay(this::step, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        timer.shutdownNow();
    }

    private void step() {
        for (Witness each : witnesses) {
            if (!notBefore.getOrDefault(each, Instant.MIN).isAfter(clock.instant())) {
                step(each);
            }
        }
    }

    /** A timer that throws is never called again. */
    private void step(Witness witness) {
        String part = LogAlarm.WITNESS + witness.key().name();
        try {
            Optional<LogQueries.Signed> last = queries.checkpoint();
            if (last.isEmpty()
                    || queries.cosignedBy(witness.key().name())
                            >= last.get().head().size()
                    || !integrate.takesTurn()) {
                return;
            }
            Optional<String> wrong = ask.ask(witness, last.get());
            wrong.ifPresentOrElse(what -> alarm.raise(part, what), () -> alarm.quiet(part));
            wrong.ifPresent(any -> notBefore.put(witness, clock.instant().plus(AFTER_A_FAILURE)));
        } catch (RuntimeException failed) {
            alarm.raise(part, failed.getMessage());
            notBefore.put(witness, clock.instant().plus(AFTER_A_FAILURE));
        }
    }
}
