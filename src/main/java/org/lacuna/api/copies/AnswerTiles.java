package org.lacuna.api.copies;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/** Answers the plain question for a tile that was asked for before; every other one goes on to the resource. */
@ApplicationScoped
class AnswerTiles {
    private static final int AFTER_LIMITS = 80_000;
    private static final Set<String> TAKEN = Set.of("*/*", "application/octet-stream");
    private static final Set<String> GZIP =
            Set.of("gzip", "gzip, deflate", "gzip,deflate", "gzip, deflate, br", "gzip, deflate, br, zstd");

    /** Under this name of the resource's path the request stands in the metrics. */
    private static final String METRICS_KEY = "UrlPathTemplate";

    private final TileCopies tiles;
    private final ThisProcess process;

    AnswerTiles(TileCopies tiles, ThisProcess process) {
        this.tiles = tiles;
        this.process = process;
    }

    void register(@Observes Filters filters) {
        if (process.plays(Role.PUBLIC)) {
            filters.register(this::answer, AFTER_LIMITS);
        }
    }

    private void answer(RoutingContext asked) {
        HttpServerRequest request = asked.request();
        String path = request.path();
        Optional<TileCopies.Tile> tile =
                path != null && path.startsWith(Question.TILES) && request.query() == null && plain(request)
                        ? tiles.find(path)
                        : Optional.empty();
        if (tile.isEmpty()) {
            asked.next();
            return;
        }
        if (request.response().closed()) {
            return;
        }
        ShortWay.on(request.connection())
                .ifPresent(way -> way.answersFrom(tile.get().remembered()));
        ((HttpServerRequestInternal) request).context().putLocal(METRICS_KEY, Question.TILES + "{path}");
        tile.get().write(request.method() == HttpMethod.HEAD, taken(request) != null, request.response());
    }

    /** Without a coding that we would have to choose from; ranges and conditions are the resource's. */
    private static boolean plain(HttpServerRequest request) {
        MultiMap headers = request.headers();
        String accept = headers.get(HttpHeaders.ACCEPT);
        String encodings = taken(request);
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && (accept == null || TAKEN.contains(accept))
                && (encodings == null || GZIP.contains(encodings))
                && !headers.contains(HttpHeaders.IF_MATCH)
                && !headers.contains(HttpHeaders.IF_NONE_MATCH)
                && !headers.contains(HttpHeaders.IF_MODIFIED_SINCE)
                && !headers.contains("Range");
    }

    private static String taken(HttpServerRequest request) {
        return request.headers().get(HttpHeaders.ACCEPT_ENCODING);
    }
}
