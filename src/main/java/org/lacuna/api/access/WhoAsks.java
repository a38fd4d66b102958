package org.lacuna.api.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whose request is being answered, for whatever is shared out by reader. Only while it is being answered. */
@ApplicationScoped
public class WhoAsks {
    private static final String READER = "lacuna.reader";

    private final CurrentVertxRequest current;
    private final Readers readers;

    WhoAsks(CurrentVertxRequest current, Readers readers) {
        this.current = current;
        this.readers = readers;
    }

    /** Remembers who it is that the limits were kept for. */
    static void is(RoutingContext asked, Reader reader) {
        asked.put(READER, reader);
    }

    /** The reader. */
    public Reader reader() {
        return Optional.<Reader>ofNullable(current.getCurrent().get(READER)).orElseGet(() -> readers.of(request()));
    }

    /** Whether only the head of the answer is wanted (RFC 9110 §9.3.2). */
    public boolean onlyHead() {
        return request().method() == HttpMethod.HEAD;
    }

    /**
     * Breaks off the connection, from any thread and also after the request was answered. What waits to be sent is dropped: the
     * server itself would wait until it is taken, which is what somebody who takes nothing wants.
     */
    public Runnable breaksOff() {
        HttpConnection connection = request().connection();
        return () -> ((ConnectionBase) connection).channel().close();
    }

    private HttpServerRequest request() {
        return current.getCurrent().request();
    }
}
