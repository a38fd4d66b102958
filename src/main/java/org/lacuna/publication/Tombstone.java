package org.lacuna.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is left of a case or an incident that is public no more.
 *
 * @param kind case or incident
 * @param gone {@code merged} or {@code retracted}
 * @param to for what was merged, the slug of the same kind that it went into
 * @param reason for what was retracted, a word of the vocabulary {@code redacted}
 * @param since the day (UTC)
 */
public record Tombstone(
        String kind,
        String slug,
        String gone,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> to,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason,
        LocalDate since,
        Instant lastChanged,
        long sequence)
        implements PublicDocument {
    static final String MERGED = "merged";
    static final String RETRACTED = "retracted";

    public Tombstone {
        to = Absent.none(to);
        reason = Absent.none(reason);
    }

    static Tombstone merged(String kind, String slug, String to, LocalDate since, Instant at, long sequence) {
        return new Tombstone(kind, slug, MERGED, Optional.of(to), Optional.empty(), since, at, sequence);
    }

    static Tombstone retracted(String kind, String slug, String reason, LocalDate since, Instant at, long sequence) {
        return new Tombstone(kind, slug, RETRACTED, Optional.empty(), Optional.of(reason), since, at, sequence);
    }
}
