package org.lacuna.page;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.lacuna.shared.Problem;

/** Answers bodies that are not taken, before anything else has looked at the request. */
@ApplicationScoped
class BodyRefusals {
    private static final String KEPT = " What you typed is still in the form: go back in your browser, copy it and ";

    private final List<RefusedBodyPage> pages;

    BodyRefusals(@All List<RefusedBodyPage> pages) {
        this.pages = pages;
    }

    void answer(RoutingContext asked, BodyRefused why, long limit) {
        if (asked.response().ended()) {
            return;
        }
        String path = asked.normalizedPath();
        String html = pages.stream()
                .flatMap(page -> page.html(path, why, limit).stream())
                .findFirst()
                .orElseGet(() -> ErrorPage.html(
                        new Problem("about:blank", why.phrase(), why.status(), detail(why, limit)), asked));
        if (why == BodyRefused.BUSY) {
            asked.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(limit));
        }
        asked.response()
                .setStatusCode(why.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(html);
    }

    private static String detail(BodyRefused why, long limit) {
        return switch (why) {
            case LATE -> "It did not arrive within %d seconds.".formatted(limit) + KEPT + "try again.";
            case TOO_LONG ->
                "This is too long: expected at most %,d bytes, found more. Nothing was stored.".formatted(limit)
                        + KEPT
                        + "shorten it.";
            case BUSY -> "Too much is being sent to us at this moment." + KEPT + "send it again in a minute.";
        };
    }
}
