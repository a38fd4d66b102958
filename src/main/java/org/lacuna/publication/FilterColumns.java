package org.lacuna.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What filters ask of a version beside its plain fields; each word once.
 *
 * @param demandedBy the kinds of whoever demanded a restriction, and the codes of governments
 * @param reversed whether any restriction was lifted, in part or in full
 */
public record FilterColumns(
        List<String> scope,
        List<String> demandedBy,
        List<String> measures,
        List<String> explanations,
        List<String> topics,
        boolean reversed) {
    private static final String GOVERNMENT = "government";

    /** Of a case's document. */
    public static FilterColumns of(PublicCase each) {
        List<PublicCase.Restriction> all = each.restrictions();
        return new FilterColumns(
                distinct(all.stream().flatMap(restriction -> restriction.scope().stream())),
                distinct(all.stream().flatMap(FilterColumns::demandedBy)),
                distinct(all.stream().map(PublicCase.Restriction::measure)),
                distinct(each.timeline().stream().flatMap(line -> word(line, "explanation").stream())),
                distinct(each.subject().topics().stream()),
                all.stream().anyMatch(restriction -> !restriction.lifts().isEmpty()));
    }

    private static Stream<String> demandedBy(PublicCase.Restriction restriction) {
        Map<String, String> by = restriction.demandedBy().orElse(Map.of());
        return Stream.concat(by.keySet().stream(), Stream.ofNullable(by.get(GOVERNMENT)));
    }

    /** A field that a line has as a word. */
    static Optional<String> word(PublicCase.Line line, String field) {
        return Optional.ofNullable(line.own().get(field))
                .filter(value -> value.isTextual())
                .map(value -> value.textValue());
    }

    private static List<String> distinct(Stream<String> words) {
        return words.distinct().toList();
    }
}
