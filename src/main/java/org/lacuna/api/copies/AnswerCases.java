package org.lacuna.api.copies;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lacuna.shared.SiteAddress;
import org.lacuna.shared.Slug;
import org.lacuna.shared.ThisProcess;

/**
 * Answers the plain question for one case before the REST stack hears of it. Whatever is asked in any other way goes on to
 * the resource: parameters, other forms, conditions of a rarer kind, and everything that is no public case.
 */
@ApplicationScoped
class AnswerCases {
    private static final String TEMPLATE = Question.CASES + "{slug}";
    private static final CharSequence UNMODIFIED = HttpHeaders.createOptimized("If-Unmodified-Since");
    private static final Set<String> TAKEN_AS_JSON = Set.of("*/*", "application/json");

    /** One strong entity tag as we make them; lists, weak ones and the star are the resource's to understand. */
    private static final Pattern TAG = Pattern.compile("\"[A-Za-z0-9:_-]*\"");

    /** A host as one is written in an address; what else a reader says there the resource may understand. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]+)?");

    private final boolean named;
    private final Copies copies;
    private final LookUps lookUps;
    private final ThisProcess process;

    AnswerCases(Copies copies, LookUps lookUps, SiteAddress site, ThisProcess process) {
        this.named = site.configured().isPresent();
        this.copies = copies;
        this.lookUps = lookUps;
        this.process = process;
    }

    void register(@Observes Filters filters) {
        PlainRequest.answer(filters, process, this::answer);
    }

    private void answer(RoutingContext asked) {
        HttpServerRequest request = asked.request();
        String path = request.path();
        if (path == null || !path.startsWith(Question.CASES) || request.query() != null || !plain(request)) {
            asked.next();
            return;
        }
        String slug = path.substring(Question.CASES.length());
        Optional<Copy> copy = copies.find(slug);
        if (copy.isPresent()) {
            write(copy.get(), request);
        } else if (!Slug.fits(slug) || !lookUp(slug, asked)) {
            asked.next();
        }
    }

    private boolean lookUp(String slug, RoutingContext asked) {
        HttpServerRequest request = asked.request();
        Context own = ((HttpServerRequestInternal) request).context();
        return lookUps.ask(new LookUps.Asked(
                slug,
                found -> own.runOnContext(back -> found.ifPresentOrElse(copy -> write(copy, request), asked::next))));
    }

    private static void write(Copy copy, HttpServerRequest request) {
        if (request.response().closed()) {
            return;
        }
        PlainRequest.answeredFrom(request, copy.remembered(), TEMPLATE);
        copy.write(
                request.method(),
                known(request),
                () -> URI.create(request.scheme() + "://" + request.authority() + "/"),
                PlainRequest.takesGzip(request),
                request.response());
    }

    private boolean plain(HttpServerRequest request) {
        String tag = request.headers().get(HttpHeaders.IF_NONE_MATCH);
        return (named || HOST.matcher(String.valueOf(request.authority())).matches())
                && PlainRequest.reads(request, TAKEN_AS_JSON)
                && (tag == null || TAG.matcher(tag).matches())
                && !request.headers().contains(UNMODIFIED);
    }

    private static Optional<String> known(HttpServerRequest request) {
        return Optional.ofNullable(request.headers().get(HttpHeaders.IF_NONE_MATCH));
    }
}
