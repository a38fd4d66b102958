package org.lacuna.api.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * Counts every request to the API before anything is done for it, says what is left, and refuses what is too much.
 */
@ApplicationScoped
class LimitAccess {
    /** After what every answer carries, and before a body is read. */
    private static final int BEFORE_BODIES = 90_000;

    private static final String BEARER = "Bearer ";
    private static final String API = "/api/";

    /** Gives the right to one subscription ({@code api.hooks}), and raises no limit. */
    private static final String OF_A_WEBHOOK = "whtok_";

    private final Readers readers;
    private final KnownKeys keys;
    private final ThisProcess process;
    private final Refusals refusals;
    private final Limits limits;

    LimitAccess(Readers readers, KnownKeys keys, ThisProcess process, Refusals refusals, Limits limits) {
        this.readers = readers;
        this.keys = keys;
        this.process = process;
        this.refusals = refusals;
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        if (process.plays(Role.PUBLIC)) {
            filters.register(this::admit, BEFORE_BODIES);
        }
    }

    private void admit(RoutingContext asked) {
        // a browser's question whether it may ask is no question yet
        if (!asked.normalizedPath().startsWith(API) || asked.request().method() == HttpMethod.OPTIONS) {
            asked.next();
            return;
        }
        bearer(asked.request())
                .map(keys::whose)
                .orElseGet(() -> Optional.of(readers.of(asked.request())))
                .ifPresentOrElse(reader -> spend(asked, reader), () -> refusals.unknownKey(asked));
    }

    private void spend(RoutingContext asked, Reader reader) {
        Allowance allowance = limits.spend(reader);
        allowance.tell(asked.response().headers()::set);
        if (allowance.isSpent()) {
            refusals.tooMuch(asked, reader, allowance.reset());
        } else {
            WhoAsks.is(asked, reader);
            asked.next();
        }
    }

    private static Optional<String> bearer(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(given -> given.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(given -> given.substring(BEARER.length()).strip())
                .filter(given -> !given.startsWith(OF_A_WEBHOOK));
    }
}
