package org.lacuna.publication.search;

import java.util.List;
import java.util.Optional;
import org.lacuna.publication.PublicCase;

/**
 * One page of what a search found, best first.
 *
 * @param facets of all that were considered, not of this page alone
 * @param next where the next page starts
 */
public record Found(List<Hit> hits, Facets facets, Considered considered, Optional<String> next) {
    /**
     * A case, and where in it the words stand.
     *
     * @param version of the case, as it is shown
     * @param rank how well it fits, to be compared within one search
     * @param passages some of the places; none where it was found by words that are not shown
     */
    public record Hit(PublicCase version, double rank, List<Passage> passages) {}

    /**
     * A part of a text.
     *
     * @param field what the text is
     * @param id of the entry or source
     * @param segments one after the other they are the part
     */
    public record Passage(String field, Optional<String> id, List<Segment> segments) {}

    /** Some characters of plain text, and whether they were looked for. */
    public record Segment(String text, boolean hit) {}

    /**
     * What was ranked.
     *
     * @param cases how many
     * @param all whether that is every case that fits; else they are those that changed last
     */
    public record Considered(int cases, boolean all) {}

    /** How many of the considered cases have each value; the most frequent first. */
    public record Facets(
            List<Count> platform,
            List<Count> status,
            List<Count> verification,
            List<Count> measure,
            List<Count> scope) {}

    /** A value and how many cases have it. */
    public record Count(String value, long count) {}
}
