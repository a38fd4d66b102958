package org.lacuna.web;

import java.util.List;
import java.util.Optional;
import org.lacuna.page.Words;
import org.lacuna.publication.CasePage;
import org.lacuna.publication.Numbers;
import org.lacuna.publication.search.Found;

/**
 * Cases of one page of a list, and how many there are.
 *
 * @param best whether the one that fits best comes first, and not the one that changed last
 * @param all whether every case that fits is counted
 */
record FoundCases(
        List<Line> lines,
        boolean best,
        boolean all,
        long total,
        long verified,
        long unverified,
        Optional<String> next) {
    /** A case, and the passages in which the words stand that were looked for. */
    record Line(CaseLine found, List<Passage> passages) {}

    /**
     * A part of a text.
     *
     * @param label what the text is
     */
    record Passage(String label, List<Found.Segment> segments) {
        static Passage of(Found.Passage passage) {
            return new Passage(Words.of("passage", passage.field()), passage.segments());
        }
    }

    static FoundCases of(CasePage page, Numbers numbers) {
        return new FoundCases(
                page.cases().stream()
                        .map(each -> new Line(CaseLine.of(each), List.of()))
                        .toList(),
                false,
                true,
                numbers.cases(),
                numbers.verified(),
                numbers.unverified(),
                page.next());
    }

    static FoundCases of(Found found) {
        long cases = found.considered().cases();
        long verified = found.facets().verification().stream()
                .filter(count -> count.value().equals("verified"))
                .mapToLong(Found.Count::count)
                .sum();
        return new FoundCases(
                found.hits().stream()
                        .map(hit -> new Line(
                                CaseLine.of(hit.version()),
                                hit.passages().stream().map(Passage::of).toList()))
                        .toList(),
                true,
                found.considered().all(),
                cases,
                verified,
                cases - verified,
                found.next());
    }
}
