package org.lacuna.intake;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.lacuna.shared.ThisProcess;

/** Keeps the form away from servers that take no reports: one that does not hold the key must not ask for secrets. */
@Provider
class IntakeGate implements ContainerRequestFilter {
    private final ThisProcess process;

    @Context
    ResourceInfo resource;

    IntakeGate(ThisProcess process) {
        this.process = process;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean ours = resource.getResourceClass() != null
                && resource.getResourceClass().getPackageName().equals(IntakeGate.class.getPackageName());
        if (ours && !process.plays("intake")) {
            throw new NotFoundException("This server takes no reports.");
        }
    }
}
