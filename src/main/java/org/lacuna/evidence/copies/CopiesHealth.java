package org.lacuna.evidence.copies;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Tells the operator when this machine cannot make public copies. It is tried when somebody asks, until it worked once.
 * Wellness, not readiness: a desk without copies still works.
 */
@Wellness
@ApplicationScoped
class CopiesHealth implements HealthCheck {
    private final PublicFileCopies copies;
    private volatile boolean worked;

    CopiesHealth(PublicFileCopies copies) {
        this.copies = copies;
    }

    @Override
    public HealthCheckResponse call() {
        worked = worked || copies.worksHere();
        return HealthCheckResponse.named("public copies of files can be made")
                .status(worked)
                .build();
    }
}
