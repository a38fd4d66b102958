package org.lacuna.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.cases.Case;
import org.lacuna.cases.Conflict;
import org.lacuna.cases.Entry;
import org.lacuna.cases.Incident;
import org.lacuna.cases.Observed;
import org.lacuna.cases.Pressure;
import org.lacuna.cases.Source;

/**
 * Turns a case into its public document. This is where shielding happens: an entry that is shielded, a source that only
 * such entries cite, and a conflict that is about them do not come out.
 */
final class CaseDocument {
    private final Incident incident;
    private final Case source;
    private final PublicCase.PlatformName platform;
    private final Optional<String> shownReason;
    private final List<String> splitInto;
    private final List<PublicCase.File> files;
    private final Map<String, PublicCase.Capture> offered;
    private final ObjectMapper json;
    private final List<Entry> open;
    private final List<Conflict> conflicts;

    /**
     * @param source one of the incident's cases, with a public restriction
     * @param shownReason why its verification is what it is, for readers
     * @param splitInto the cases that took entries of it
     * @param files copies that the public may see
     * @param offered what the public may have of captures, by their digests
     */
    CaseDocument(
            Incident incident,
            Case source,
            PublicCase.PlatformName platform,
            Optional<String> shownReason,
            List<String> splitInto,
            List<PublicCase.File> files,
            Map<String, PublicCase.Capture> offered,
            ObjectMapper json) {
        this.shownReason = shownReason;
        this.splitInto = splitInto;
        this.files = files;
        this.offered = offered;
        this.incident = incident;
        this.source = source;
        this.platform = platform;
        this.json = json;
        this.open = source.entries().stream()
                .filter(entry -> !entry.shielded())
                .sorted(Comparator.comparing(entry -> entry.head().date()))
                .toList();
        this.conflicts = openConflicts();
    }

    /**
     * The document.
     *
     * @param at when it changed; also the day at which what is not lifted is censored
     */
    PublicCase at(Instant at, long sequence) {
        LocalDate asOf = at.atOffset(ZoneOffset.UTC).toLocalDate();
        List<PublicCase.Line> timeline = open.stream().map(this::line).toList();
        List<PublicCase.Source> sources = sources();
        return new PublicCase(
                source.slug(),
                title(source.subject().name(), source.subject().kind(), platform),
                incident.slug(),
                platform,
                subject(),
                source.restrictions().status().word(),
                source.verification().orElseThrow().word(),
                FoldedRestrictions.of(source.restrictions(), asOf),
                timeline,
                sources,
                conflicts.stream().map(this::conflict).toList(),
                observed(),
                open.stream()
                        .map(entry -> entry.head().recorded().orElseThrow())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                at,
                sequence,
                shownReason,
                splitInto,
                files,
                NamedCaptures.of(timeline, sources).stream()
                        .flatMap(record -> Optional.ofNullable(offered.get(record)).stream())
                        .toList());
    }

    /** Who, what kind of subject, where. */
    static String title(String name, String kind, PublicCase.PlatformName platform) {
        return name + ": " + kind.replace('-', ' ') + " on " + platform.name();
    }

    private PublicCase.Subject subject() {
        return new PublicCase.Subject(
                source.subject().kind(),
                source.subject().name(),
                source.subject().url(),
                source.subject().basedIn(),
                source.subject().topics());
    }

    private PublicCase.Line line(Entry entry) {
        Map<String, JsonNode> own = new LinkedHashMap<>();
        entry.own().forEach((key, value) -> own.put(key, json.valueToTree(value)));
        return new PublicCase.Line(
                entry.head().id(),
                entry.type(),
                PublicDate.of(entry.head().date()),
                entry.head().text(),
                qualified(entry.head().sources()),
                entry.head().disputed().stream()
                        .map(other -> new PublicCase.Disputed(other.field(), other.value(), qualified(other.sources())))
                        .toList(),
                entry.head().recorded().orElseThrow(),
                own);
    }

    private List<PublicCase.Source> sources() {
        Set<String> cited = Stream.concat(
                        open.stream().flatMap(entry -> entry.head().cited()),
                        conflicts.stream().flatMap(Conflict::cited))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return incident.sources().stream()
                .filter(one -> cited.contains(one.id()))
                .map(this::publicSource)
                .toList();
    }

    private PublicCase.Source publicSource(Source one) {
        return new PublicCase.Source(
                qualified(one.id()),
                one.publisher(),
                one.title(),
                one.url(),
                one.published(),
                one.language(),
                one.archived().map(Object::toString),
                Optional.empty());
    }

    /**
     * A conflict about pressure stays inside as soon as any pressure of the case is shielded: which entry it is about is
     * free text, and guessing wrong could name what must not be named. Elsewhere a side that rests on a shielded source
     * is left out, and a conflict with one side left is none.
     */
    private List<Conflict> openConflicts() {
        Set<String> hidden = new HashSet<>();
        source.entries().stream()
                .filter(Entry::shielded)
                .forEach(entry -> entry.head().cited().forEach(hidden::add));
        boolean shieldedPressure =
                !hidden.isEmpty() || source.entries().stream().anyMatch(Entry::shielded);
        open.stream().flatMap(entry -> entry.head().cited()).forEach(hidden::remove);
        return source.conflicts().stream()
                .filter(conflict -> !(shieldedPressure && conflict.about().contains(Pressure.WORD)))
                .flatMap(conflict -> {
                    List<Conflict.Value> sides = conflict.values().stream()
                            .filter(side -> side.sources().stream().noneMatch(hidden::contains))
                            .toList();
                    return sides.size() < 2 ? Stream.empty() : Stream.of(new Conflict(conflict.about(), sides));
                })
                .toList();
    }

    private PublicCase.Conflict conflict(Conflict conflict) {
        return new PublicCase.Conflict(
                conflict.about(),
                conflict.values().stream()
                        .map(side -> new PublicCase.Conflict.Value(side.value(), qualified(side.sources())))
                        .toList(),
                Optional.empty());
    }

    private Optional<PublicCase.Observed> observed() {
        return observed(open.stream()
                .filter(Observed.class::isInstance)
                .map(Observed.class::cast)
                .toList());
    }

    /** What was confirmed last among these. */
    static Optional<PublicCase.Observed> observed(List<Observed> seen) {
        return seen.stream()
                .max(Comparator.comparing(entry -> entry.head().recorded().orElseThrow()))
                .map(entry -> new PublicCase.Observed(
                        entry.outcome().word(),
                        entry.scope(),
                        PublicDate.of(entry.head().date()),
                        entry.head().recorded().orElseThrow(),
                        entry.vantages()));
    }

    private List<String> qualified(List<String> ids) {
        return ids.stream().map(this::qualified).toList();
    }

    private String qualified(String id) {
        return incident.slug() + "/" + id;
    }
}
