package org.lacuna.page;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.lacuna.shared.Role;
import org.lacuna.shared.ServedBy;
import org.lacuna.shared.ThisProcess;

/**
 * Answers “not found” for routes whose role another process plays. A route is known by its class and not by its path, so
 * no spelling of a path gets round it: a server that does not hold the key of submissions must not ask for secrets.
 */
@Provider
@Priority(RoleGate.BEFORE_WHO_IS_ASKING)
class RoleGate implements ContainerRequestFilter {
    static final int BEFORE_WHO_IS_ASKING = 500;

    private final ThisProcess process;

    @Context
    ResourceInfo resource;

    RoleGate(ThisProcess process) {
        this.process = process;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional.ofNullable(resource.getResourceClass()).ifPresent(this::refuseIfServedElsewhere);
    }

    /** @throws NotFoundException if the class's package names a role that this process does not play */
    void refuseIfServedElsewhere(Class<?> asked) {
        Optional.ofNullable(asked.getPackage().getAnnotation(ServedBy.class))
                .map(ServedBy::value)
                .filter(role -> !process.plays(role))
                .ifPresent(role -> {
                    throw new NotFoundException(elsewhere(role));
                });
    }

    private static String elsewhere(Role role) {
        return switch (role) {
            case PUBLIC -> "The public pages are not on this server.";
            case DESK -> "The desk is not on this server.";
            case INTAKE -> "This server takes no reports.";
            case CRAWLER, SCHEDULER -> "This is not on this server.";
        };
    }
}
