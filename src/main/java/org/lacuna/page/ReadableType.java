package org.lacuna.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.lacuna.shared.Problem;

/**
 * Refuses a Content-Type that is none (RFC 9110 §8.3.1). The framework's own parser throws on it, which would be answered
 * and logged as a fault of ours, so that a stranger could fill the log.
 */
@ApplicationScoped
class ReadableType {
    private static final int BEFORE_BODIES = WholeBodies.BEFORE_ALL_ANSWERS + 1;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "\\s*(;.*)?");
    private static final Problem UNREADABLE = new Problem(
            "about:blank",
            "Unsupported Media Type",
            415,
            "Expected a Content-Type such as application/json (RFC 9110 §8.3), found one that cannot be read.");

    void register(@Observes Filters filters) {
        filters.register(this::refuse, BEFORE_BODIES);
    }

    private void refuse(RoutingContext asked) {
        String type = asked.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || MEDIA_TYPE.matcher(type.strip()).matches()) {
            asked.next();
            return;
        }
        asked.response()
                .setStatusCode(UNREADABLE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(ErrorPage.html(UNREADABLE, asked));
    }
}
