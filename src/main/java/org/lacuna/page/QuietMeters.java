package org.lacuna.page;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Keeps out of the numbers when somebody reports, asks after a report or works at the desk: whoever polls them could lay
 * their changes beside what else is known of a person's evening. Numbers over all requests go too, since what is left
 * after the public ones are taken off is the rest.
 */
final class QuietMeters {
    private static final String REQUESTS = "http.server.requests";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<String> CLOSED = List.of("/desk");
    private static final List<String> OVER_ALL = List.of("http.server.", "worker.pool.");

    private QuietMeters() {}

    @Produces
    @Singleton
    static MeterFilter quiet() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                return tells(id) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
            }
        };
    }

    static boolean tells(Meter.Id id) {
        if (!id.getName().equals(REQUESTS)) {
            return OVER_ALL.stream().anyMatch(id.getName()::startsWith);
        }
        String uri = String.valueOf(id.getTag("uri"));
        return !READING.contains(String.valueOf(id.getTag("method")))
                || ReportPath.is(uri)
                || CLOSED.stream().anyMatch(path -> uri.equals(path) || uri.startsWith(path + "/"));
    }
}
