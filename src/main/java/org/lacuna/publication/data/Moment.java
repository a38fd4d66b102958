package org.lacuna.publication.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Where everything is read: the record at a change, what was observed until the end of a day.
 *
 * @param day the day (UTC); nothing that was observed after it counts
 * @param sequence number of the last change that counts
 */
public record Moment(LocalDate day, long sequence) {
    /** The first instant that does not count any more. */
    public Instant end() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
