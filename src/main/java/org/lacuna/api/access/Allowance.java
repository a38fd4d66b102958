package org.lacuna.api.access;

import io.vertx.core.http.HttpHeaders;
import java.util.function.BiConsumer;

/**
 * What a reader may ask in this minute (draft-ietf-httpapi-ratelimit-headers-06 §3, the form that is widely read).
 *
 * @param perMinute how many requests are answered in a minute
 * @param used how many there were in this one, this one included
 * @param reset seconds until the next one begins
 */
public record Allowance(int perMinute, int used, int reset) {
    static final int MINUTE = 60;

    /** Of every header that this writes. */
    public static final String PREFIX = "RateLimit-";

    private static final String OF_A_MINUTE = ";w=" + MINUTE;
    private static final CharSequence LIMIT = HttpHeaders.createOptimized(PREFIX + "Limit");
    private static final CharSequence POLICY = HttpHeaders.createOptimized(PREFIX + "Policy");
    private static final CharSequence REMAINING = HttpHeaders.createOptimized(PREFIX + "Remaining");
    private static final CharSequence RESET = HttpHeaders.createOptimized(PREFIX + "Reset");

    /** Whether this request is one too many. */
    public boolean isSpent() {
        return used > perMinute;
    }

    /** @param header takes the name and the value of each header that says so */
    public void tell(BiConsumer<CharSequence, CharSequence> header) {
        String limit = Integer.toString(perMinute);
        header.accept(LIMIT, limit);
        header.accept(POLICY, limit + OF_A_MINUTE);
        header.accept(REMAINING, Integer.toString(Math.max(0, perMinute - used)));
        header.accept(RESET, Integer.toString(reset));
    }
}
