package org.lacuna.intake.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A page, ready to be sent; browsers and proxies are asked to keep none (RFC 9111 §5.2.2.5).
 *
 * @param retryAfter in seconds, where the answer is “later”
 */
record Rendered(int status, String html, Optional<Integer> retryAfter) {
    static final int OK = 200;
    static final int UNPROCESSABLE = 422;

    private static final int PADDED_TO = 16 * 1024;

    static Rendered of(int status, String html) {
        return new Rendered(status, html, Optional.empty());
    }

    static Rendered later(Budgets.Refusal refusal, String html) {
        return new Rendered(refusal.status(), html, Optional.of(refusal.seconds()));
    }

    Response response() {
        return response(html.getBytes(StandardCharsets.UTF_8));
    }

    /** With blanks up to a length that all answers of its kind have, so that the length tells nothing. */
    Response padded() {
        byte[] page = html.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(page, (page.length / PADDED_TO + 1) * PADDED_TO);
        Arrays.fill(padded, page.length, padded.length, (byte) ' ');
        return response(padded);
    }

    private Response response(byte[] body) {
        Response.ResponseBuilder answer = Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body);
        retryAfter.ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
    }
}
