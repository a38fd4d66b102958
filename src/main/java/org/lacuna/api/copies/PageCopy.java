package org.lacuna.api.copies;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A page ready to be written. */
final class PageCopy {
    private final PageCopies.Begun begun;
    private final String template;
    private final Map<String, String> headers;
    private final Body body;
    private final Remembered remembered = new Remembered();
    private final AtomicBoolean beganAnew = new AtomicBoolean();

    /**
     * @param template the path under which the page stands in the metrics
     * @param headers those that are of the page and not of the request
     */
    PageCopy(PageCopies.Begun begun, String template, Map<String, String> headers, String page) {
        this.begun = begun;
        this.template = template;
        this.headers = new TreeMap<>(headers);
        this.body = new Body(page.getBytes(StandardCharsets.UTF_8));
    }

    PageCopies.Begun begun() {
        return begun;
    }

    /** True for the first who asks; all others read this until that one has made another. */
    boolean beginsAnew() {
        return beganAnew.compareAndSet(false, true);
    }

    boolean hasBegunAnew() {
        return beganAnew.get();
    }

    /** How it was handed out. */
    Remembered remembered() {
        return remembered;
    }

    String template() {
        return template;
    }

    /** In bytes, about. */
    int weight() {
        return 2 * body.length() + Remembered.AROUND;
    }

    /** @param gzip whether the reader surely takes that; for others the server decides */
    void write(HttpMethod method, boolean gzip, HttpServerResponse response) {
        headers.forEach(response::putHeader);
        if (method == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
            return;
        }
        body.write(gzip, response);
    }
}
