package org.lacuna.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.lacuna.api.access.CrossOrigin;
import org.lacuna.api.copies.CaseHeaders;

/**
 * Lets every site read the API from a browser (CORS, Fetch standard §3.2), for reading only and without credentials. It
 * stands here and not in the server's settings: a global filter would refuse form posts whose {@code Origin} is {@code
 * null}, which is what Tor Browser sends from the report form.
 */
@Provider
@PreMatching
class ApiHeaders implements ContainerRequestFilter, ContainerResponseFilter {
    /** Of every answer that holds something public. */
    static final Map<String, String> OF_WHAT_IS_PUBLIC = Map.of(
            "Access-Control-Allow-Origin", CrossOrigin.ORIGIN,
            "Access-Control-Expose-Headers", CrossOrigin.EXPOSED,
            "Cache-Control", CaseHeaders.CACHE_CONTROL,
            "Vary", CaseHeaders.VARY);

    static boolean isApi(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/api/");
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (isApi(request)
                && request.getMethod().equals("OPTIONS")
                && request.getHeaderString("Access-Control-Request-Method") != null) {
            request.abortWith(Response.noContent()
                    .header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                    .header("Access-Control-Allow-Headers", CrossOrigin.ALLOWED)
                    .header("Access-Control-Max-Age", "86400")
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isApi(request)) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Access-Control-Allow-Origin", CrossOrigin.ORIGIN);
        headers.putSingle("Access-Control-Expose-Headers", CrossOrigin.EXPOSED);
        if (headers.containsKey("Cache-Control")) {
            return;
        }
        if (response.getStatus() < 400 || response.getStatus() == Response.Status.GONE.getStatusCode()) {
            headers.putSingle("Cache-Control", CaseHeaders.CACHE_CONTROL);
            headers.putSingle("Vary", CaseHeaders.VARY);
        }
    }
}
