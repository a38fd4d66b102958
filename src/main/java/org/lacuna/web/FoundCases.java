package org.lacuna.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.lacuna.page.Say;
import org.lacuna.publication.CasePage;
import org.lacuna.publication.Numbers;
import org.lacuna.publication.search.Found;

/**
 * Cases of one page of a list, and how many there are.
 *
 * @param best whether the one that fits best comes first, and not the one that changed last
 * @param facets over all that fit; without words to look for, of status and verification alone
 * @param all whether every case that fits is counted
 */
record FoundCases(
        List<Line> lines,
        boolean best,
        boolean all,
        long total,
        long verified,
        long unverified,
        Found.Facets facets,
        Optional<String> next) {
    /** A case, and the passages in which the words stand that were looked for. */
    record Line(CaseLine found, List<Passage> passages) {}

    /**
     * A part of a text.
     *
     * @param label what the text is
     */
    record Passage(String label, List<Found.Segment> segments) {
        static Passage of(Found.Passage passage, Say say) {
            return new Passage(say.word("passage", passage.field()), passage.segments());
        }
    }

    static FoundCases of(CasePage page, Numbers numbers, Say say) {
        return new FoundCases(
                page.cases().stream()
                        .map(each -> new Line(CaseLine.of(each, say), List.of()))
                        .toList(),
                false,
                true,
                numbers.cases(),
                numbers.verified(),
                numbers.unverified(),
                facets(numbers),
                page.next());
    }

    static FoundCases of(Found found, Say say) {
        long cases = found.considered().cases();
        long verified = found.facets().verification().stream()
                .filter(count -> count.value().equals("verified"))
                .mapToLong(Found.Count::count)
                .sum();
        return new FoundCases(
                found.hits().stream()
                        .map(hit -> new Line(
                                CaseLine.of(hit.version(), say),
                                hit.passages().stream()
                                        .map(each -> Passage.of(each, say))
                                        .toList()))
                        .toList(),
                true,
                found.considered().all(),
                cases,
                verified,
                cases - verified,
                found.facets(),
                found.next());
    }

    private static Found.Facets facets(Numbers numbers) {
        return new Found.Facets(
                List.of(),
                counts(Asked.STATUSES, numbers::withStatus),
                counts(Asked.VERIFICATIONS, numbers::withVerification),
                List.of(),
                List.of());
    }

    private static List<Found.Count> counts(List<String> words, ToLongFunction<String> count) {
        return words.stream()
                .map(word -> new Found.Count(word, count.applyAsLong(word)))
                .filter(each -> each.count() > 0)
                .sorted(Comparator.comparingLong(Found.Count::count).reversed())
                .toList();
    }
}
