package org.lacuna.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lacuna.publication.PublicIncident;
import org.lacuna.publication.search.Found;

/**
 * A page of what a search found, as it is handed out.
 *
 * @param facets of all cases that were considered
 * @param considered how many were ranked, and whether they are all that fit
 * @param next address of the next page
 */
record SearchAnswer(List<Hit> hits, Found.Facets facets, Found.Considered considered, Optional<String> next) {
    private static final double MILLION = 1_000_000;

    /**
     * A case in short, and where in it the words stand.
     *
     * @param sequence of the version that was found
     * @param rank how well it fits, in millionths, to be compared within one search
     */
    record Hit(
            PublicIncident.CaseLine found,
            Instant lastChanged,
            long sequence,
            long rank,
            List<Found.Passage> passages) {}

    static SearchAnswer of(Found found, Optional<String> next) {
        return new SearchAnswer(
                found.hits().stream()
                        .map(hit -> new Hit(
                                PublicIncident.CaseLine.of(hit.version()),
                                hit.version().lastChanged(),
                                hit.version().sequence(),
                                Math.round(hit.rank() * MILLION),
                                hit.passages()))
                        .toList(),
                found.facets(),
                found.considered(),
                next);
    }
}
