package org.lacuna.web;

import java.util.Optional;
import org.lacuna.page.Say;
import org.lacuna.publication.Redacted;

/**
 * A redaction in words: what stands where something is not shown.
 *
 * @param movedTo slug of the case in which it stands now
 */
record Withheld(String words, Optional<String> movedTo) {
    static Withheld of(Redacted redacted, Say say) {
        String day = say.day(redacted.since());
        if (redacted.movedTo().isPresent()) {
            return new Withheld(say.of("withheld.moved", "day", day), redacted.movedTo());
        }
        return new Withheld(
                say.of(redacted.permanent() ? "withheld.permanent" : "withheld.hidden", "day", day) + " "
                        + say.word("redacted", redacted.reason())
                        + (redacted.what().equals("text") ? " " + say.of("withheld.counts") : ""),
                Optional.empty());
    }
}
