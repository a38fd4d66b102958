package org.lacuna.web;

import java.util.Optional;
import org.lacuna.page.Spans;
import org.lacuna.page.Words;
import org.lacuna.publication.Redacted;

/**
 * A redaction in words: what stands where something is not shown.
 *
 * @param movedTo slug of the case in which it stands now
 */
record Withheld(String words, Optional<String> movedTo) {
    static Withheld of(Redacted redacted) {
        if (redacted.movedTo().isPresent()) {
            return new Withheld("Moved to another case on " + Spans.day(redacted.since()) + ".", redacted.movedTo());
        }
        return new Withheld(
                (redacted.permanent() ? "Redacted for good on " : "Not shown since ") + Spans.day(redacted.since())
                        + ". "
                        + Words.of("redacted", redacted.reason())
                        + (redacted.what().equals("text") ? " The facts of this line still count." : ""),
                Optional.empty());
    }
}
