package org.lacuna.publication;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.cases.Incident;
import org.lacuna.cases.Source;
import org.lacuna.shared.Digest;

/** The digests of captures that documents name: behind what the crawler saw, behind sources and behind rules. */
final class NamedCaptures {
    private static final String EVIDENCE = "evidence";
    private static final String RULE = "rule";
    private static final String ARCHIVED = "archived";

    private NamedCaptures() {}

    /** Those of lines and sources that are shown, each once, in the order of the timeline. */
    static Set<String> of(List<PublicCase.Line> timeline, List<PublicCase.Source> sources) {
        Set<String> named = new LinkedHashSet<>();
        for (PublicCase.Line line : timeline) {
            if (line.redacted().isEmpty()) {
                Optional.ofNullable(line.own().get(EVIDENCE)).ifPresent(list -> list.forEach(each -> add(named, each)));
                Optional.ofNullable(line.own().get(RULE)).ifPresent(rule -> add(named, rule.path(ARCHIVED)));
            }
        }
        sources.stream()
                .filter(source -> source.redacted().isEmpty())
                .flatMap(source -> source.archived().stream())
                .forEach(named::add);
        return named;
    }

    private static void add(Set<String> named, JsonNode digest) {
        if (digest.isTextual()) {
            named.add(digest.textValue());
        }
    }

    /** All that an incident's facts name, whether they are shown or not. */
    static Stream<String> of(Incident incident) {
        return Stream.concat(
                        incident.sources().stream().map(Source::archived).flatMap(Optional::stream),
                        incident.cases().stream()
                                .flatMap(each -> each.entries().stream())
                                .flatMap(entry -> entry.captures()))
                .map(Digest::toString);
    }
}
