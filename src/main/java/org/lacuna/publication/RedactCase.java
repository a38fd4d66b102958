package org.lacuna.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.cases.Entry;
import org.lacuna.cases.Head;
import org.lacuna.cases.Observed;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Passage.What;
import org.lacuna.cases.Redaction;
import org.lacuna.cases.Restrictions;

/**
 * Takes out of a case's document what is redacted: out of a new one before it is written, and out of those of the past.
 * What counts no more is folded out of the restrictions. Done twice it gives the same.
 */
final class RedactCase {
    private static final String RULE = "rule";
    private static final String DEMANDED_BY = "demandedBy";
    private static final String GOVERNMENT = "government";

    private final PublicCase document;
    private final boolean past;
    private final Map<Passage, Redaction> redactions;
    private final List<PublicCase.Line> timeline;

    private RedactCase(PublicCase document, boolean past, Map<Passage, Redaction> redactions) {
        this.document = document;
        this.past = past;
        this.redactions = redactions;
        this.timeline = document.timeline().stream().map(this::line).toList();
    }

    /** The document without them, or what is left of it. */
    static PublicDocument of(PublicCase document, List<Redaction> redactions) {
        return of(document, false, redactions);
    }

    /**
     * The same for a version of the past. Whatever was gone for good from the incident later may stand in the captures that
     * it offers; editors look at them again, for new versions.
     */
    static PublicDocument ofPast(PublicCase document, List<Redaction> redactions) {
        return of(document, true, redactions);
    }

    private static PublicDocument of(PublicCase document, boolean past, List<Redaction> redactions) {
        Map<Passage, Redaction> byPassage = redactions.stream()
                .collect(Collectors.toMap(Redaction::passage, Function.identity(), (one, other) -> other));
        Optional<Redaction> whole = Optional.ofNullable(byPassage.get(Passage.wholeCase(document.slug())));
        return whole.<PublicDocument>map(gone -> Tombstone.retracted(
                        Bodies.CASE,
                        document.slug(),
                        gone.reason(),
                        gone.since(),
                        document.lastChanged(),
                        document.sequence()))
                .orElseGet(() -> new RedactCase(document, past, byPassage).redacted());
    }

    private PublicCase redacted() {
        boolean lines = !timeline.equals(document.timeline());
        Optional<Restrictions> folded =
                Optional.of(timeline).filter(any -> lines).map(this::fold);
        PublicCase.Subject subject = subject();
        List<PublicCase.Conflict> conflicts =
                document.conflicts().stream().map(this::conflict).toList();
        List<PublicCase.Source> sources = sources(conflicts);
        return new PublicCase(
                document.slug(),
                subject.equals(document.subject())
                        ? document.title()
                        : CaseDocument.title(subject.name(), subject.kind(), document.platform()),
                document.incident(),
                document.platform(),
                subject,
                folded.map(restrictions -> restrictions.status().word()).orElse(document.status()),
                document.verification(),
                folded.map(restrictions -> FoldedRestrictions.of(restrictions, day()))
                        .orElse(document.restrictions()),
                timeline,
                sources,
                conflicts,
                lines ? observed() : document.observed(),
                document.firstRecorded(),
                document.lastChanged(),
                document.sequence(),
                document.verificationReason(),
                document.splitInto(),
                document.files(),
                captures(sources));
    }

    /** A page shows whose it is, and says in its own words what a hidden line said. */
    private List<PublicCase.Capture> captures(List<PublicCase.Source> sources) {
        boolean goneSince = redactions.values().stream()
                .anyMatch(redaction ->
                        redaction.permanent() && redaction.recorded().isAfter(document.lastChanged()));
        if (find(What.SUBJECT, "").isPresent() || past && goneSince) {
            return List.of();
        }
        Set<String> named = NamedCaptures.of(timeline, sources);
        return document.captures().stream()
                .filter(capture -> named.contains(capture.record()))
                .toList();
    }

    private LocalDate day() {
        return document.lastChanged().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private PublicCase.Line line(PublicCase.Line line) {
        return find(What.ENTRY, line.id())
                .or(() -> find(What.TEXT, line.id()).filter(redaction -> counts(line)))
                .map(redaction -> new PublicCase.Line(
                        line.id(),
                        line.type(),
                        line.date(),
                        "",
                        List.of(),
                        List.of(),
                        line.recordedAt(),
                        redaction.passage().what() == What.ENTRY ? Map.of() : withoutWords(line.own()),
                        Optional.of(Redacted.of(redaction))))
                .orElse(line);
    }

    /** The fields of an entry's own without what is free text in them; the function of the database does the same. */
    private static Map<String, JsonNode> withoutWords(Map<String, JsonNode> own) {
        Map<String, JsonNode> left = new LinkedHashMap<>(own);
        left.remove(RULE);
        left.computeIfPresent(DEMANDED_BY, (key, by) -> by.has(GOVERNMENT) ? by : JsonNodeFactory.instance.nullNode());
        return left;
    }

    private static boolean counts(PublicCase.Line line) {
        return line.redacted()
                .filter(redacted -> redacted.what().equals(What.ENTRY.word()))
                .isEmpty();
    }

    private Restrictions fold(List<PublicCase.Line> lines) {
        Set<String> gone = lines.stream()
                .filter(line -> !counts(line))
                .map(PublicCase.Line::id)
                .collect(Collectors.toSet());
        return Restrictions.fold(
                lines.stream()
                        .filter(RedactCase::counts)
                        .filter(line -> line.type().startsWith("restriction-"))
                        .map(RedactCase::entry)
                        .toList(),
                gone);
    }

    private Optional<PublicCase.Observed> observed() {
        return CaseDocument.observed(timeline.stream()
                .filter(RedactCase::counts)
                .filter(line -> line.type().equals("observation"))
                .map(RedactCase::entry)
                .map(Observed.class::cast)
                .toList());
    }

    private static Entry entry(PublicCase.Line line) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        line.own().forEach(own::set);
        return Entry.of(
                line.type(),
                new Head(
                        line.id(),
                        line.date().edtf(),
                        Passage.TOMBSTONE,
                        List.of(),
                        List.of(),
                        Optional.of(line.recordedAt())),
                own);
    }

    private PublicCase.Subject subject() {
        PublicCase.Subject subject = document.subject();
        return find(What.SUBJECT, "")
                .map(redaction -> new PublicCase.Subject(
                        subject.kind(),
                        Passage.TOMBSTONE,
                        Optional.empty(),
                        subject.basedIn(),
                        subject.topics(),
                        Optional.of(Redacted.of(redaction))))
                .orElse(subject);
    }

    private PublicCase.Conflict conflict(PublicCase.Conflict conflict) {
        return find(What.CONFLICT, Passage.conflictId(conflict.about()))
                .map(Redacted::of)
                .or(() -> erased(conflict))
                .map(redacted -> new PublicCase.Conflict(Passage.TOMBSTONE, List.of(), Optional.of(redacted)))
                .orElse(conflict);
    }

    /** A conflict whose words are gone from the facts cannot say any more which redaction took them. */
    private Optional<Redacted> erased(PublicCase.Conflict conflict) {
        return redactions.values().stream()
                .filter(redaction -> redaction.permanent()
                        && redaction.passage().what() == What.CONFLICT
                        && redaction.passage().owner().equals(document.slug()))
                .filter(redaction -> conflict.about().equals(Passage.TOMBSTONE)
                        && conflict.redacted().isEmpty())
                .max((one, other) -> one.recorded().compareTo(other.recorded()))
                .map(Redacted::of);
    }

    private List<PublicCase.Source> sources(List<PublicCase.Conflict> conflicts) {
        Set<String> cited = Stream.of(
                        timeline.stream().flatMap(line -> line.sources().stream()),
                        timeline.stream()
                                .flatMap(line -> line.disputed().stream())
                                .flatMap(other -> other.sources().stream()),
                        conflicts.stream()
                                .flatMap(conflict -> conflict.values().stream())
                                .flatMap(side -> side.sources().stream()))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
        return document.sources().stream()
                .filter(source -> cited.contains(source.id()))
                .map(this::source)
                .toList();
    }

    private PublicCase.Source source(PublicCase.Source source) {
        String id = source.id().substring(document.incident().length() + 1);
        return Optional.ofNullable(redactions.get(Passage.source(document.incident(), id)))
                .map(redaction -> new PublicCase.Source(
                        source.id(),
                        Passage.TOMBSTONE,
                        Passage.TOMBSTONE,
                        Optional.empty(),
                        Optional.empty(),
                        source.language(),
                        Optional.empty(),
                        Optional.of(Redacted.of(redaction))))
                .orElse(source);
    }

    private Optional<Redaction> find(What what, String id) {
        return Optional.ofNullable(redactions.get(new Passage(what, document.slug(), id)));
    }
}
