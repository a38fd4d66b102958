package org.lacuna.api.copies;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.lacuna.shared.ThisProcess;

/**
 * Answers the plain question for a page again, within the moment in which {@link KeepPages} kept it. Whatever has a query
 * is asked anew, and so is what anybody sends.
 */
@Singleton
class AnswerPages {
    /** Where {@link KeepPages} finds when the page was begun. */
    static final String BEGUN = PageCopies.Begun.class.getName();

    private final PageCopies copies;
    private final ThisProcess process;

    AnswerPages(PageCopies copies, ThisProcess process) {
        this.copies = copies;
        this.process = process;
    }

    void register(@Observes Filters filters) {
        PlainRequest.answer(filters, process, this::answer);
    }

    private void answer(RoutingContext asked) {
        HttpServerRequest request = asked.request();
        if (!isPlain(request)) {
            asked.next();
            return;
        }
        String address = PageCopies.address(request.scheme(), String.valueOf(request.authority()), request.path());
        Optional<PageCopy> copy = copies.find(address);
        if (copy.isPresent()) {
            PlainRequest.answeredFrom(
                    request, copy.get().remembered(), copy.get().template());
            copy.get().write(request.method(), PlainRequest.takesGzip(request), request.response());
        } else {
            asked.put(BEGUN, copies.begin(address));
            asked.next();
        }
    }

    private static boolean isPlain(HttpServerRequest request) {
        String accept = request.headers().get(HttpHeaders.ACCEPT);
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && request.path() != null
                && request.query() == null
                && !request.path().startsWith(Question.API)
                && (accept == null || accept.equals("*/*") || accept.startsWith("text/html"));
    }
}
