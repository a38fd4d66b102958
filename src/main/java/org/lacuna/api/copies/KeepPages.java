package org.lacuna.api.copies;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the pages that every cache may keep (RFC 9111 §5.2.2.9), when all others have had their say on the answer. Never a
 * page of the desk or of somebody's report: those say that nobody may.
 */
@Provider
@Priority(KeepPages.LAST)
class KeepPages implements ContainerResponseFilter {
    /** Filters of answers come in descending order. */
    static final int LAST = 0;

    private static final String LINK = "Link";

    /** Filters are made while the program is built up, when nothing is set yet. */
    private final Instance<PageCopies> copies;

    private final CurrentVertxRequest current;

    KeepPages(Instance<PageCopies> copies, CurrentVertxRequest current) {
        this.copies = copies;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RoutingContext asked = current.getCurrent();
        PageCopies.Begun begun = asked.get(AnswerPages.BEGUN);
        if (begun != null
                && response.getStatus() == 200
                && response.getEntity() instanceof String page
                && MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())
                // those with a tag answer questions with conditions
                && response.getHeaderString(HttpHeaders.ETAG) == null
                && String.valueOf(response.getHeaderString(HttpHeaders.CACHE_CONTROL))
                        .startsWith("public")) {
            PlainRequest.countedAs(asked.request()).ifPresent(template -> copies.get()
                    .keep(new PageCopy(begun, template, headers(response, asked), page)));
        }
    }

    private static Map<String, String> headers(ContainerResponseContext response, RoutingContext asked) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.put(
                HttpHeaders.CONTENT_TYPE,
                response.getMediaType().withCharset("UTF-8").toString());
        // as the server says of all that is chosen by type; only those who take HTML get a copy
        headers.put(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        Optional.ofNullable(asked.response().headers().get(LINK)).ifPresent(link -> headers.put(LINK, link));
        return headers;
    }
}
