package org.lacuna.web;

import java.util.Optional;
import org.lacuna.page.Say;
import org.lacuna.publication.PublicCase;

/**
 * One case in a list.
 *
 * @param changed when it last changed and what that was
 */
record CaseLine(
        String slug,
        Headline headline,
        String status,
        String verification,
        Optional<PublicCase.Observed> observed,
        String changed) {
    static CaseLine of(PublicCase document, Say say) {
        return new CaseLine(
                document.slug(),
                Headline.of(document, say),
                document.status(),
                document.verification(),
                document.observed(),
                changed(document, say));
    }

    private static String changed(PublicCase document, Say say) {
        String day = say.dayOf(document.lastChanged());
        return TimelineRow.latest(TimelineRow.of(document, new Notes(document.sources(), say), say))
                .map(row -> say.of("line.changed.what", "day", day, "what", row.label()))
                .orElseGet(() -> say.of(
                        day.equals(say.dayOf(document.firstRecorded())) ? "line.recorded" : "line.changed",
                        "day",
                        day));
    }
}
