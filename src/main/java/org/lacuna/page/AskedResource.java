package org.lacuna.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * What answers a request, for filters of responses: those also see requests that were refused before anything was found
 * to answer them, and an injected {@code ResourceInfo} throws there instead of holding nothing.
 */
public final class AskedResource {
    private AskedResource() {}

    /** The class whose method answers, if one was found. */
    public static Optional<Class<?>> of(ContainerRequestContext request) {
        return Optional.of(request)
                .map(ResteasyReactiveContainerRequestContext.class::cast)
                .map(own -> own.getServerRequestContext().getResteasyReactiveResourceInfo())
                .map(SimpleResourceInfo::getResourceClass);
    }
}
