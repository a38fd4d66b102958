package org.lacuna.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A passage that is hidden or gone.
 *
 * @param reason a word of {@link Vocabulary#REDACTIONS}
 * @param recorded when
 * @param permanent whether the words are gone for good
 * @param until the last day on which it is hidden, if it shows again by itself
 * @param leadsTo slug of the case in which a moved entry stands now
 */
public record Redaction(
        Passage passage,
        String reason,
        Instant recorded,
        boolean permanent,
        Optional<LocalDate> until,
        Optional<String> leadsTo) {
    static final String MOVED = "moved";

    /** The word for what the person who told us took back. */
    public static final String WITHDRAWN = "withdrawn";

    public Redaction {
        Vocabulary.check("a reason", Vocabulary.REDACTIONS, reason);
        if (permanent && until.isPresent()) {
            throw new IllegalArgumentException("expected no last day for what is gone for good, found " + until.get());
        }
        if (leadsTo.isPresent() != reason.equals(MOVED)) {
            throw new IllegalArgumentException("expected for what was moved, and only for that, where to");
        }
    }

    /** The day since when, in UTC. */
    public LocalDate since() {
        return recorded.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Whether the words stand elsewhere in the open: then nothing of the past need be veiled. */
    public boolean moved() {
        return reason.equals(MOVED);
    }
}
