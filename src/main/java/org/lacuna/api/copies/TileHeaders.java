package org.lacuna.api.copies;

import java.util.Map;

/** The headers of a tile of the log, for the REST resource and for copies alike. */
public final class TileHeaders {
    /** What they are, whether by the resource or from memory. */
    public static final Map<String, String> ALL = Map.of(
            "Content-Type",
            "application/octet-stream",
            "Cache-Control",
            "public, max-age=31536000, immutable",
            "Access-Control-Allow-Origin",
            "*");

    private TileHeaders() {}
}
