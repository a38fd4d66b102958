package org.lacuna.publication.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what candidates have in common. */
final class Counts {
    private Counts() {}

    static Found.Facets of(List<Candidate> candidates) {
        return new Found.Facets(
                count(candidates, candidate -> Stream.of(candidate.platform())),
                count(candidates, candidate -> Stream.of(candidate.status())),
                count(candidates, candidate -> Stream.of(candidate.verification())),
                count(candidates, candidate -> candidate.measures().stream()),
                count(candidates, candidate -> candidate.scope().stream()));
    }

    private static List<Found.Count> count(List<Candidate> candidates, Function<Candidate, Stream<String>> values) {
        Map<String, Long> counted = candidates.stream()
                .flatMap(values)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counted.entrySet().stream()
                .map(each -> new Found.Count(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Found.Count::count).reversed().thenComparing(Found.Count::value))
                .toList();
    }
}
