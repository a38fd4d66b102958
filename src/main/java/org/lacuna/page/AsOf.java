package org.lacuna.page;

import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.lacuna.shared.EdtfDate;

/** The day at whose end (UTC) a page is read. */
public final class AsOf {
    private AsOf() {}

    /**
     * A day, or the last day of a month or year; an empty text asks for none.
     *
     * @throws BadRequestException for anything else, a span without an end too
     */
    public static Optional<LocalDate> read(String asOf) {
        try {
            return Optional.ofNullable(asOf)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(EdtfDate::parse)
                    .map(AsOf::last);
        } catch (IllegalArgumentException noDay) {
            throw new BadRequestException("asOf: " + noDay.getMessage(), noDay);
        }
    }

    /** The moment at which a day is over: what happened before it counts. */
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate last(EdtfDate date) {
        return date.latest()
                .orElseThrow(() -> new IllegalArgumentException("expected a day, found one without an end"));
    }
}
