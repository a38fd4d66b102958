package org.lacuna.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** What is wrong with the log: a metric for each part that watches it, and one line of the program's log when it changes. */
@ApplicationScoped
class LogAlarm {
    static final String INTEGRATION = "integration";
    /** Stands before the name of a witness. */
    static final String WITNESS = "witness ";

    static final String SELF_CHECK = "self-check";

    private static final Logger LOG = Logger.getLogger(LogAlarm.class);

    private final Map<String, String> wrong = new ConcurrentHashMap<>();
    private final AtomicInteger differences = new AtomicInteger();

    LogAlarm(MeterRegistry metrics) {
        Gauge.builder("lacuna.log.alarm", wrong, all -> all.containsKey(INTEGRATION) ? 1 : 0)
                .description("1 while the log's parts do not fit together or cannot be kept up")
                .tag("part", INTEGRATION)
                .register(metrics);
        Gauge.builder("lacuna.log.alarm", differences, AtomicInteger::get)
                .description("how many things differ between the log and what it speaks of")
                .tag("part", SELF_CHECK)
                .register(metrics);
        Gauge.builder("lacuna.log.alarm", wrong, all -> all.keySet().stream()
                        .filter(part -> part.startsWith(WITNESS))
                        .count())
                .description("how many witnesses have not signed the last checkpoint they were asked for")
                .tag("part", WITNESS.strip())
                .register(metrics);
    }

    /** What a self-check has found; nothing, if all is well. */
    void found(List<String> things) {
        differences.set(things.size());
        if (things.isEmpty()) {
            quiet(SELF_CHECK);
        } else {
            raise(SELF_CHECK, things.size() + " things do not fit: " + String.join("; ", things));
        }
    }

    void raise(String part, String what) {
        String text = Optional.ofNullable(what).orElse("");
        if (!text.equals(wrong.put(part, text))) {
            LOG.errorf("the log (%s): %s", part, text);
        }
    }

    void quiet(String part) {
        if (wrong.remove(part) != null) {
            LOG.infof("the log (%s) is in order again", part);
        }
    }

    /** What is wrong now, by part. */
    Map<String, String> now() {
        return Map.copyOf(wrong);
    }
}
