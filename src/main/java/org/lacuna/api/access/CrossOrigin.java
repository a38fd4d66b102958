package org.lacuna.api.access;

/** What scripts on pages of other sites may do with the API (CORS, Fetch standard §3.2): read, without credentials. */
public final class CrossOrigin {
    /** Everybody may. */
    public static final String ORIGIN = "*";

    /** The headers that a script may read beside the ones that it always may. */
    public static final String EXPOSED =
            "ETag, Link, Memento-Datetime, Retry-After, RateLimit-Limit, RateLimit-Policy, RateLimit-Remaining, RateLimit-Reset";

    /** The headers that a script may send. */
    public static final String ALLOWED = "Accept, Accept-Datetime, Authorization, If-None-Match";

    private CrossOrigin() {}
}
