package org.lacuna.cases;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.shared.Digest;

/** What entries and conflicts cite: sources, and captures by their digests. */
final class Cited {
    private Cited() {}

    /** Ids of the sources that anything in an incident cites. */
    static Set<String> sources(Incident incident) {
        return incident.cases().stream().flatMap(Cited::sources).collect(Collectors.toSet());
    }

    private static Stream<String> sources(Case each) {
        return Stream.concat(
                each.entries().stream().flatMap(entry -> entry.head().cited()),
                each.conflicts().stream().flatMap(Conflict::cited));
    }

    /** The captures behind a passage: its own, and those of the sources that it cites. */
    static Stream<Digest> by(Passage passage, Incident incident) {
        return switch (passage.what()) {
            case SOURCE -> archived(incident, Set.of(passage.id()));
            case TEXT, ENTRY ->
                incident.caseOf(passage.owner()).entries().stream()
                        .filter(entry -> entry.head().id().equals(passage.id()))
                        .flatMap(entry -> by(entry, incident));
            case CASE -> {
                Case whole = incident.caseOf(passage.owner());
                yield Stream.concat(
                        whole.entries().stream().flatMap(entry -> by(entry, incident)),
                        archived(incident, sources(whole).collect(Collectors.toSet())));
            }
            case CONFLICT ->
                archived(
                        incident,
                        incident.caseOf(passage.owner()).conflicts().stream()
                                .filter(conflict ->
                                        Passage.conflictId(conflict.about()).equals(passage.id()))
                                .flatMap(Conflict::cited)
                                .collect(Collectors.toSet()));
            case SUBJECT, WORDING -> Stream.empty();
        };
    }

    private static Stream<Digest> by(Entry entry, Incident incident) {
        return Stream.concat(
                entry.captures(), archived(incident, entry.head().cited().collect(Collectors.toSet())));
    }

    private static Stream<Digest> archived(Incident incident, Set<String> sources) {
        return incident.sources().stream()
                .filter(source -> sources.contains(source.id()))
                .map(Source::archived)
                .flatMap(Optional::stream);
    }
}
