package org.lacuna.page;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lacuna.shared.Problem;

/**
 * Says on a page that a form is too big. The server itself would answer with nothing and hang up, and a browser that is
 * still sending would show the person a broken connection. What is sent is dropped unread.
 */
@ApplicationScoped
class TooBig {
    private static final int AFTER_THE_HEADERS_AND_BEFORE_THE_SERVER_S_OWN_LIMIT = 1_000;
    private static final int STATUS = 413;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final long most;

    TooBig(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuse, AFTER_THE_HEADERS_AND_BEFORE_THE_SERVER_S_OWN_LIMIT);
    }

    private void refuse(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        if (length == null || !NUMBER.matcher(length).matches() || Long.parseLong(length) <= most) {
            request.next();
            return;
        }
        String detail = "This is more than %,d megabytes, the most we can take at once. Nothing of it was read or kept."
                .formatted(most / (1024 * 1024));
        request.response()
                .setStatusCode(STATUS)
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .end(ErrorPage.html(new Problem("about:blank", "Request Entity Too Large", STATUS, detail)));
    }
}
