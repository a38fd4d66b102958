package org.lacuna.publication.citation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.Redacted;
import org.lacuna.publication.Tombstone;

/** Finds what was corrected in a case: all of it, or what came after a version that somebody cites. */
final class Corrections {
    private static final Set<String> SHAKEN = Set.of("disputed", "retracted");

    private Corrections() {}

    /** Everything that was ever corrected in a case or taken out of it, in the order of its days. */
    static List<Correction> in(PublicCase document) {
        return sorted(Stream.concat(
                document.timeline().stream()
                        .filter(line -> line.redacted().isEmpty())
                        .flatMap(Corrections::corrects),
                redactions(document)));
    }

    /**
     * What came after a version: an older version shows what was redacted later, so both are looked at.
     *
     * @param cited the version, as it is handed out now
     * @param now the case as it stands
     */
    static List<Correction> since(PublicCase cited, PublicCase now) {
        LocalDate day = day(cited.lastChanged());
        Stream<Correction> lines = now.timeline().stream()
                .filter(line -> line.redacted().isEmpty())
                .filter(line -> line.recordedAt().isAfter(cited.lastChanged()))
                .flatMap(Corrections::corrects);
        Stream<Correction> redactions = Stream.concat(redactions(cited), redactions(now))
                .filter(each -> each.on().isAfter(day));
        return sorted(Stream.of(lines, redactions, shaken(cited, now)).flatMap(each -> each));
    }

    /** What is left to say where the case itself went elsewhere. */
    static List<Correction> since(PublicCase cited, Tombstone left) {
        Correction gone = Correction.of(
                left.since(),
                left.gone().equals("merged") ? "merge" : "redaction",
                left.to().map(slug -> "The case was merged into " + slug).orElse("The case was withdrawn"),
                Optional.empty());
        LocalDate day = day(cited.lastChanged());
        return sorted(Stream.concat(redactions(cited).filter(each -> each.on().isAfter(day)), Stream.of(gone)));
    }

    private static Stream<Correction> corrects(PublicCase.Line line) {
        if (!line.type().equals("correction")) {
            return Stream.of();
        }
        String wrong = Optional.ofNullable(line.own().get("corrects"))
                .map(JsonNode::asText)
                .orElse("another");
        return Stream.of(Correction.of(
                day(line.recordedAt()),
                "correction",
                "Line " + line.id() + " corrects line " + wrong,
                Optional.of(line.id())));
    }

    private static Stream<Correction> redactions(PublicCase document) {
        Stream<Correction> lines = document.timeline().stream().flatMap(line -> line.redacted().stream()
                .map(gone -> redaction(gone, "Line " + line.id(), Optional.of(line.id()))));
        Stream<Correction> subject =
                document.subject().redacted().stream().map(gone -> redaction(gone, "The name", Optional.empty()));
        Stream<Correction> sources = document.sources().stream().flatMap(source -> source.redacted().stream()
                .map(gone -> redaction(gone, "Source " + source.id(), Optional.empty())));
        Stream<Correction> conflicts = document.conflicts().stream().flatMap(conflict -> conflict.redacted().stream()
                .map(gone -> redaction(gone, "A contradiction between sources", Optional.empty())));
        return Stream.of(subject, lines, sources, conflicts).flatMap(each -> each);
    }

    private static Correction redaction(Redacted gone, String place, Optional<String> entry) {
        String words = gone.movedTo()
                .map(slug -> place + " was moved to " + slug)
                .orElse(place + (gone.permanent() ? " was redacted for good (" : " is not shown (") + gone.reason()
                        + ")");
        return Correction.of(gone.since(), "redaction", words, entry);
    }

    private static Stream<Correction> shaken(PublicCase cited, PublicCase now) {
        return SHAKEN.contains(now.verification()) && !now.verification().equals(cited.verification())
                ? Stream.of(Correction.of(
                        day(now.lastChanged()),
                        "verification",
                        "The case is " + now.verification() + " now; it was " + cited.verification(),
                        Optional.empty()))
                : Stream.of();
    }

    private static List<Correction> sorted(Stream<Correction> found) {
        return found.distinct().sorted(Comparator.comparing(Correction::on)).toList();
    }

    private static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
