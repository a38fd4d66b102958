package org.lacuna.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Reads how long a server asks to be left alone (RFC 9110 §10.2.3). A redirect's Retry-After is another matter. */
final class RetryAfter {
    private RetryAfter() {}

    /**
     * The longest of the wishes, should a server send several.
     *
     * @param now from when on the time counts if the header says a date
     */
    static Optional<Duration> of(int status, List<String> values, Instant now) {
        if (!mayStandIn(status)) {
            return Optional.empty();
        }
        return values.stream()
                .map(value -> one(value.strip(), now))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    /** Whether a Retry-After with this status is a wish to be left alone. */
    static boolean mayStandIn(int status) {
        return status == 429 || status == 503;
    }

    private static Optional<Duration> one(String value, Instant now) {
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            // more digits than these are centuries
            return Optional.of(Duration.ofSeconds(value.length() > 10 ? 9_999_999_999L : Long.parseLong(value)));
        }
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
