package org.lacuna.api.copies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tiles of the log that were asked for, within a bound of bytes: what was published under a path is the same for ever. */
@Singleton
public class TileCopies {
    private final Cache<String, Tile> byPath;
    private final boolean any;

    TileCopies(TileSettings settings) {
        this.any = settings.mostBytes().asLongValue() > 0;
        this.byPath = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(Math.max(1, settings.mostBytes().asLongValue()))
                .weigher((String path, Tile tile) -> 2 * tile.body.length() + Remembered.AROUND)
                .build();
    }

    /** One of them, and how it was handed out. */
    record Tile(Body body, Remembered remembered) {
        void write(boolean head, boolean gzip, HttpServerResponse response) {
            TileHeaders.ALL.forEach(response::putHeader);
            if (head) {
                response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                        .end();
            } else {
                body.write(gzip, response);
            }
        }
    }

    Optional<Tile> find(String path) {
        return Optional.ofNullable(byPath.getIfPresent(path));
    }

    /**
     * Keeps a tile.
     *
     * @param path in its one form, below {@code /log/}; the published tree has it
     */
    public void keep(String path, byte[] bytes) {
        if (any) {
            byPath.put(Question.LOG + path, new Tile(new Body(bytes), new Remembered()));
        }
    }
}
