package org.lacuna.api.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * Counts every request to the API before anything is done for it, says what is left
 * (draft-ietf-httpapi-ratelimit-headers-06 §3, the form that is widely read), and refuses what is too much.
 */
@ApplicationScoped
class LimitAccess {
    /** After what every answer carries, and before a body is read. */
    private static final int BEFORE_BODIES = 90_000;

    private static final int MINUTE = 60;
    private static final String OF_A_MINUTE = ";w=" + MINUTE;
    private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit-Limit");
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence REMAINING = HttpHeaders.createOptimized("RateLimit-Remaining");
    private static final CharSequence RESET = HttpHeaders.createOptimized("RateLimit-Reset");
    private static final String BEARER = "Bearer ";
    private static final String API = "/api/";

    /** Gives the right to one subscription ({@code api.hooks}), and raises no limit. */
    private static final String OF_A_WEBHOOK = "whtok_";

    private final Readers readers;
    private final KnownKeys keys;
    private final ThisProcess process;
    private final Refusals refusals;
    private final Clock clock;
    private final Counts counts = new Counts();

    LimitAccess(Readers readers, KnownKeys keys, ThisProcess process, Refusals refusals, Clock clock) {
        this.readers = readers;
        this.keys = keys;
        this.process = process;
        this.refusals = refusals;
        this.clock = clock;
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
        long second = clock.instant().getEpochSecond();
        int used = counts.spend(reader.name(), second);
        int reset = (int) (MINUTE - Math.floorMod(second, MINUTE));
        asked.response()
                .headers()
                .set(LIMIT, Integer.toString(reader.perMinute()))
                .set(POLICY, reader.perMinute() + OF_A_MINUTE)
                .set(REMAINING, Integer.toString(Math.max(0, reader.perMinute() - used)))
                .set(RESET, Integer.toString(reset));
        if (used > reader.perMinute()) {
            refusals.tooMuch(asked, reader, reset);
        } else {
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
