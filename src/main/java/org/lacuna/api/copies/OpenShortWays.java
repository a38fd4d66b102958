package org.lacuna.api.copies;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.lacuna.api.access.Limits;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/** Opens the {@link ShortWay} on every connection with its first request. */
@ApplicationScoped
class OpenShortWays {
    /** Before anything that might wait, and so before a second request can be waiting. */
    private static final int BEFORE_ALL_ELSE = 1_000_000;

    private final KeptAnswers kept;
    private final Limits limits;
    private final MeterRegistry meters;
    private final ThisProcess process;

    OpenShortWays(KeptAnswers kept, Limits limits, MeterRegistry meters, ThisProcess process) {
        this.kept = kept;
        this.limits = limits;
        this.meters = meters;
        this.process = process;
    }

    void register(@Observes Filters filters) {
        if (process.plays(Role.PUBLIC)) {
            filters.register(
                    asked -> {
                        ShortWay.open(asked.request().connection(), kept, limits, meters);
                        asked.next();
                    },
                    BEFORE_ALL_ELSE);
        }
    }
}
