package org.lacuna.page;

import jakarta.ws.rs.BadRequestException;
import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.shared.EdtfDate;

/** The day at whose end (UTC) a page is read. */
public final class AsOf {
    private AsOf() {}

    /**
     * A day, or the last day of a month or year; nothing asks for today.
     *
     * @throws BadRequestException for anything else
     */
    public static Optional<LocalDate> read(String asOf) {
        try {
            return Optional.ofNullable(asOf)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(EdtfDate::parse)
                    .flatMap(EdtfDate::latest);
        } catch (IllegalArgumentException noDay) {
            throw new BadRequestException("asOf: " + noDay.getMessage(), noDay);
        }
    }
}
