package org.lacuna.publication;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.lacuna.cases.Case;
import org.lacuna.cases.Cases;
import org.lacuna.cases.Incident;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redaction;
import org.lacuna.cases.Redirects;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

/**
 * Says what the document of a case or an incident is now, whenever it is written and under whatever number. What was
 * never public has none; what was and is no more has a tombstone.
 */
@ApplicationScoped
class Drafts {
    private final Cases cases;
    private final Redirects redirects;
    private final Platforms platforms;
    private final PublicFileQueries files;
    private final OfferedCaptureQueries captures;
    private final ObjectMapper json;

    Drafts(
            Cases cases,
            Redirects redirects,
            Platforms platforms,
            PublicFileQueries files,
            OfferedCaptureQueries captures,
            ObjectMapper json) {
        this.cases = cases;
        this.redirects = redirects;
        this.platforms = platforms;
        this.files = files;
        this.captures = captures;
        this.json = json;
    }

    /** What stands beside the facts of many cases. */
    record Beside(
            Map<String, Redirects.Led> led,
            Map<String, String> reasons,
            Map<String, List<PublicCase.File>> files,
            Map<String, PublicCase.Capture> captures) {}

    /** @param caseSlugs of all cases of these incidents */
    Beside beside(List<Incident> incidents, Set<String> caseSlugs) {
        return new Beside(
                redirects.led(caseSlugs),
                cases.shownReasons(caseSlugs),
                files.of(caseSlugs),
                captures.of(incidents.stream().flatMap(NamedCaptures::of).collect(Collectors.toSet())));
    }

    /** @param wasPublic whether there is a version already */
    Optional<BiFunction<Instant, Long, PublicDocument>> of(
            Incident incident, Case each, Beside beside, boolean wasPublic, List<Redaction> redactions) {
        Redirects.Led led = beside.led().getOrDefault(each.slug(), Redirects.Led.NOWHERE);
        Optional<Redirects.Merged> merged = led.merged();
        boolean hidden =
                redactions.stream().anyMatch(redaction -> redaction.passage().equals(Passage.wholeCase(each.slug())));
        if (!wasPublic && (merged.isPresent() || hidden)) {
            return Optional.empty();
        }
        if (merged.isPresent()) {
            return Optional.of((at, sequence) ->
                    Tombstone.merged(Bodies.CASE, each.slug(), merged.get().to(), day(merged.get()), at, sequence));
        }
        if (!wasPublic && !each.isPublic()) {
            return Optional.empty();
        }
        CaseDocument document = new CaseDocument(
                incident,
                each,
                platform(each),
                Optional.ofNullable(beside.reasons().get(each.slug())),
                led.splitInto(),
                beside.files().getOrDefault(each.slug(), List.of()),
                beside.captures(),
                json);
        return Optional.of((at, sequence) -> RedactCase.of(document.at(at, sequence), redactions));
    }

    /** @param published the documents of its public cases */
    Optional<BiFunction<Instant, Long, PublicDocument>> of(
            Incident incident, List<PublicCase> published, boolean wasPublic, List<Redaction> redactions) {
        if (!published.isEmpty()) {
            return Optional.of((at, sequence) ->
                    RedactIncident.of(document(incident, published, at, sequence), Map.of(), redactions));
        }
        return wasPublic ? Optional.of((at, sequence) -> gone(incident, redactions, at, sequence)) : Optional.empty();
    }

    private static PublicIncident document(Incident incident, List<PublicCase> published, Instant at, long sequence) {
        Map<String, PublicCase.Source> sources = new LinkedHashMap<>();
        published.forEach(each -> each.sources().forEach(source -> sources.put(source.id(), source)));
        return new PublicIncident(
                incident.slug(),
                incident.title(),
                incident.summary(),
                published.stream().map(PublicIncident.CaseLine::of).toList(),
                List.copyOf(sources.values()),
                published.stream()
                        .map(PublicCase::firstRecorded)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                at,
                sequence,
                Optional.empty());
    }

    /** Where its cases went; if they went nowhere, why they are gone. */
    private Tombstone gone(Incident incident, List<Redaction> redactions, Instant at, long sequence) {
        Optional<Redirects.Merged> merged = incident.cases().stream()
                .flatMap(each -> redirects.merged(each.slug()).stream())
                .findFirst();
        Optional<Redaction> hidden = redactions.stream()
                .filter(redaction -> redaction.passage().what() == Passage.What.CASE)
                .findFirst();
        return merged.flatMap(last -> cases.incidentOf(redirects.follow(last.from()))
                        .filter(other -> !other.slug().equals(incident.slug()))
                        .map(other -> Tombstone.merged(
                                Bodies.INCIDENT, incident.slug(), other.slug(), day(last), at, sequence)))
                .orElseGet(() -> Tombstone.retracted(
                        Bodies.INCIDENT,
                        incident.slug(),
                        hidden.map(Redaction::reason).orElse("error"),
                        hidden.map(Redaction::since)
                                .orElse(at.atOffset(ZoneOffset.UTC).toLocalDate()),
                        at,
                        sequence));
    }

    private static LocalDate day(Redirects.Merged merged) {
        return merged.recorded().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private PublicCase.PlatformName platform(Case each) {
        String id = each.platform().orElseThrow();
        return new PublicCase.PlatformName(
                id, platforms.find(id).map(Platform::name).orElse(id));
    }
}
