package org.lacuna.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Reads the query of every operation of the OpenAPI document before anything is done for it. What is not known, stands twice,
 * has no value or a wrong one is refused: it would otherwise be a wish that silently does nothing.
 */
@Provider
class CheckParameters implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().getRawQuery() != null) {
            operation(resource)
                    .flatMap(operation -> Operations.parameters(operation.operationId()))
                    .ifPresent(known -> Asked.check(request.getUriInfo().getQueryParameters(), known));
        }
    }

    /** What the document says of a resource; empty if it is no part of it. */
    static Optional<Operation> operation(ResourceInfo resource) {
        return Optional.ofNullable(resource.getResourceMethod()).map(method -> method.getAnnotation(Operation.class));
    }
}
