package org.lacuna.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Lets caches keep the public pages for a minute and no longer (RFC 9111 §5.2.2.1): what is redacted must be gone from
 * every cache soon, and a page without a word on it may be kept for as long as a cache sees fit.
 */
@Provider
class PageHeaders implements ContainerResponseFilter {
    static final String SHORTLY = "public, max-age=60";

    @Context
    ResourceInfo asked;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean ours = Optional.ofNullable(asked.getResourceClass())
                .filter(type -> type.getPackage().equals(PageHeaders.class.getPackage()))
                .isPresent();
        if (ours && response.getStatus() < 400 && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, SHORTLY);
        }
    }
}
