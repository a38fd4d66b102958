package org.lacuna.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.cases.Redaction;

/**
 * Stands where something is not shown.
 *
 * @param what text (its facts still count), entry (it counts no more), source, subject, wording or conflict
 * @param reason a word of the vocabulary {@code redacted}
 * @param since the day (UTC)
 * @param permanent whether it is gone for good; else it may be shown again
 * @param movedTo slug of the case in which it stands now
 */
public record Redacted(
        String what,
        String reason,
        LocalDate since,
        boolean permanent,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> movedTo) {
    public Redacted {
        movedTo = Absent.none(movedTo);
    }

    static Redacted of(Redaction redaction) {
        return new Redacted(
                redaction.passage().what().word(),
                redaction.reason(),
                redaction.since(),
                redaction.permanent(),
                redaction.leadsTo());
    }
}
