package org.lacuna.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a request go on only when its whole body is here: in memory, or with files in a {@link Spill} that nobody else can
 * read. Until then it holds a connection and no thread, so that two hundred people who send nothing cannot stop the site
 * for all others.
 */
@ApplicationScoped
class WholeBodies {
    /** After {@link SecurityHeaders}, before everything that answers. */
    static final int BEFORE_ALL_ANSWERS = 50_000;

    /** Answering costs about ten times the bytes of the form, and others need memory too. */
    private static final int SHARE_OF_MEMORY = 16;

    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final RoomForBodies<ArrivingBody> room = new RoomForBodies<>(
            Math.max(2L * ArrivingBody.MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY));
    private final Duration deadline;
    private final BodyRefusals refusals;
    private final Spills spills;

    WholeBodies(PageSettings settings, BodyRefusals refusals, Spills spills) {
        this.deadline = settings.bodyDeadline();
        this.refusals = refusals;
        this.spills = spills;
    }

    void register(@Observes Filters filters) {
        filters.register(this::gather, BEFORE_ALL_ANSWERS);
    }

    private void gather(RoutingContext asked) {
        if (WITHOUT_BODY.contains(asked.request().method())) {
            asked.next();
        } else if (withFiles(asked) && ReportPath.is(asked.normalizedPath())) {
            spills.receive(asked);
        } else {
            new ArrivingBody(asked, room, deadline, refusals).begin();
        }
    }

    private static boolean withFiles(RoutingContext asked) {
        return Optional.ofNullable(asked.request().getHeader(HttpHeaders.CONTENT_TYPE))
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .filter(type -> type.startsWith("multipart/form-data"))
                .isPresent();
    }
}
