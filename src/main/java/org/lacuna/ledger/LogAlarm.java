package org.lacuna.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    LogAlarm(MeterRegistry metrics) {
        gauge(metrics, INTEGRATION);
        gauge(metrics, SELF_CHECK);
        Gauge.builder("lacuna.log.alarm", wrong, all -> all.keySet().stream()
                        .filter(part -> part.startsWith(WITNESS))
                        .count())
                .description("how many witnesses have not signed the last checkpoint they were asked for")
                .tag("part", WITNESS.strip())
                .register(metrics);
    }

    private void gauge(MeterRegistry metrics, String part) {
        Gauge.builder("lacuna.log.alarm", wrong, all -> all.containsKey(part) ? 1 : 0)
                .description("1 while the log's parts do not fit together or cannot be kept up")
                .tag("part", part)
                .register(metrics);
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
