package org.lacuna.api.copies;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/** What is the same of all questions that are answered from a copy, ahead of the resource. */
final class PlainRequest {
    /** After the limits, before bodies. */
    private static final int AFTER_LIMITS = 80_000;

    /** What says without further thought that gzip is taken. */
    private static final Set<String> GZIP =
            Set.of("gzip", "gzip, deflate", "gzip,deflate", "gzip, deflate, br", "gzip, deflate, br, zstd");

    /** Under this name of the resource's path the request stands in the metrics. */
    private static final String METRICS_KEY = "UrlPathTemplate";

    private PlainRequest() {}

    /** Lets this answer ahead of the resources, in a process that answers the public. */
    static void answer(Filters filters, ThisProcess process, Handler<RoutingContext> answer) {
        if (process.plays(Role.PUBLIC)) {
            filters.register(answer, AFTER_LIMITS);
        }
    }

    /** Whether it only wants to read, in one of these types or in any, and compares no other condition than tags. */
    static boolean reads(HttpServerRequest request, Set<String> types) {
        String accept = request.headers().get(HttpHeaders.ACCEPT);
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && (accept == null || types.contains(accept))
                && !request.headers().contains(HttpHeaders.IF_MATCH)
                && !request.headers().contains(HttpHeaders.IF_MODIFIED_SINCE);
    }

    /** The codings that it takes; empty if it names none. */
    static Optional<String> codings(HttpServerRequest request) {
        return Optional.ofNullable(request.headers().get(HttpHeaders.ACCEPT_ENCODING));
    }

    static boolean takesGzip(HttpServerRequest request) {
        return codings(request).filter(GZIP::contains).isPresent();
    }

    /**
     * It is answered from this copy: counted under the resource's path, and remembered for whoever asks the same by the
     * {@link ShortWay}.
     */
    static void answeredFrom(HttpServerRequest request, Remembered copy, String template) {
        ShortWay.on(request.connection()).ifPresent(way -> way.answersFrom(copy, template));
        ((HttpServerRequestInternal) request).context().putLocal(METRICS_KEY, template);
    }

    /** Under which resource's path it is counted, once that is known. */
    static Optional<String> countedAs(HttpServerRequest request) {
        return Optional.ofNullable(
                ((HttpServerRequestInternal) request).context().getLocal(METRICS_KEY));
    }
}
