package org.lacuna.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redaction;

/** Takes out of an incident's document what is redacted in its wording, its sources and its cases. */
final class RedactIncident {
    private RedactIncident() {}

    /** A case's document as it was, and as it may be shown. */
    record Version(PublicDocument was, PublicDocument shown) {}

    /**
     * The document without what is redacted, or what is left of it.
     *
     * @param cases the documents of its cases as they stood when this one was written, by slug
     */
    static PublicDocument of(PublicIncident document, Map<String, Version> cases, List<Redaction> redactions) {
        List<PublicIncident.CaseLine> lines = new ArrayList<>();
        Map<String, PublicCase.Source> sources = new LinkedHashMap<>();
        boolean touched = false;
        for (PublicIncident.CaseLine line : document.cases()) {
            Optional<Version> version = Optional.ofNullable(cases.get(line.slug()));
            boolean same = version.map(each -> each.was().equals(each.shown())).orElse(true);
            touched |= !same;
            if (version.isEmpty()) {
                lines.add(line);
            } else if (version.get().shown() instanceof PublicCase shown) {
                lines.add(same ? line : PublicIncident.CaseLine.of(shown));
                shown.sources().forEach(source -> sources.put(source.id(), source));
            }
        }
        if (lines.isEmpty()) {
            return gone(document, redactions);
        }
        Optional<Redacted> wording = redactions.stream()
                .filter(redaction -> redaction.passage().equals(Passage.wording(document.slug())))
                .findFirst()
                .map(Redacted::of);
        return new PublicIncident(
                document.slug(),
                wording.map(redacted -> Passage.TOMBSTONE).orElse(document.title()),
                wording.map(redacted -> Passage.TOMBSTONE).orElse(document.summary()),
                lines,
                touched ? kept(document, sources) : document.sources(),
                document.firstRecorded(),
                document.lastChanged(),
                document.sequence(),
                wording.or(document::redacted));
    }

    private static List<PublicCase.Source> kept(PublicIncident document, Map<String, PublicCase.Source> shown) {
        return document.sources().stream()
                .flatMap(source -> Stream.ofNullable(shown.get(source.id())))
                .toList();
    }

    /** The reason of the case that went first stands for all of them. */
    private static PublicDocument gone(PublicIncident document, List<Redaction> redactions) {
        Map<Boolean, List<Redaction>> whole = redactions.stream()
                .collect(Collectors.partitioningBy(
                        redaction -> redaction.passage().what() == Passage.What.CASE));
        return whole.get(true).stream()
                .findFirst()
                .<PublicDocument>map(redaction -> Tombstone.retracted(
                        Bodies.INCIDENT,
                        document.slug(),
                        redaction.reason(),
                        redaction.since(),
                        document.lastChanged(),
                        document.sequence()))
                .orElse(document);
    }
}
