package org.lacuna.api.copies;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.lacuna.shared.ThisProcess;

/** Answers the plain question for a tile that was asked for before; every other one goes on to the resource. */
@ApplicationScoped
class AnswerTiles {
    private static final Set<String> TAKEN = Set.of("*/*", "application/octet-stream");

    private final TileCopies tiles;
    private final ThisProcess process;

    AnswerTiles(TileCopies tiles, ThisProcess process) {
        this.tiles = tiles;
        this.process = process;
    }

    void register(@Observes Filters filters) {
        PlainRequest.answer(filters, process, this::answer);
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
        PlainRequest.answeredFrom(request, tile.get().remembered(), Question.TILES + "{path}");
        tile.get().write(request.method() == HttpMethod.HEAD, PlainRequest.takesGzip(request), request.response());
    }

    /** Without a coding that we would have to choose from; ranges and conditions are the resource's. */
    private static boolean plain(HttpServerRequest request) {
        return PlainRequest.reads(request, TAKEN)
                && (PlainRequest.codings(request).isEmpty() || PlainRequest.takesGzip(request))
                && !request.headers().contains(HttpHeaders.IF_NONE_MATCH)
                && !request.headers().contains("Range");
    }
}
