package org.lacuna.web;

import java.util.Optional;
import org.lacuna.page.Spans;
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
    static CaseLine of(PublicCase document) {
        return new CaseLine(
                document.slug(),
                Headline.of(document),
                document.status(),
                document.verification(),
                document.observed(),
                changed(document));
    }

    private static String changed(PublicCase document) {
        String day = Spans.dayOf(document.lastChanged());
        return TimelineRow.latest(TimelineRow.of(document, new Notes(document.sources())))
                .map(row -> "Changed " + day + ": " + row.label())
                .orElseGet(
                        () -> day.equals(Spans.dayOf(document.firstRecorded())) ? "Recorded " + day : "Changed " + day);
    }
}
