package org.lacuna.evidence;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Tells the operator when the disk refuses evidence. Wellness, not readiness: a node that cannot crawl still answers
 * readers, and must not be taken away from them.
 */
@Wellness
@Startup
@ApplicationScoped
class EvidenceHealth implements HealthCheck {
    private final EvidenceStore store;

    EvidenceHealth(EvidenceStore store, MeterRegistry meters) {
        this.store = store;
        FunctionCounter.builder("lacuna.evidence.refused", store, EvidenceStore::refused)
                .description("exchanges that the disk refused; nothing was recorded that rests on them")
                .register(meters);
        Gauge.builder("lacuna.evidence.refusing", store, refusing -> refusing.refusing() ? 1 : 0)
                .description("whether the last attempt to keep an exchange failed")
                .register(meters);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("evidence can be kept")
                .status(!store.refusing())
                .build();
    }
}
