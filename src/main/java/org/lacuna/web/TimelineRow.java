package org.lacuna.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lacuna.page.Say;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicDate;
import org.lacuna.web.Notes.Note;

/**
 * One line of a timeline, ready to be read.
 *
 * @param observed whether our crawler saw it; everything else is a claim by somebody
 * @param label what kind of line it is: {@code Account suspended}, {@code Statement by Zoom}
 * @param details short facts that belong to the label
 * @param rule the platform's rule in force that day
 * @param redacted why its text is not shown
 * @param captures what the crawler kept of what it saw
 * @param added when it was recorded, if that was after the case was opened
 */
record TimelineRow(
        String id,
        boolean observed,
        String type,
        String label,
        List<String> details,
        PublicDate date,
        String text,
        List<Note> notes,
        List<Dispute> disputed,
        Optional<Rule> rule,
        Optional<Withheld> redacted,
        List<Captured> captures,
        Optional<Instant> added) {
    /** A capture by its digest, and where its copy is, if anybody can have it. */
    record Captured(String record, Optional<String> copy) {}

    /** A rule of the platform, by title and address. */
    record Rule(String title, Optional<String> url) {}

    /** Another source's value for one field. */
    record Dispute(String field, String value, List<Note> notes) {}

    static List<TimelineRow> of(PublicCase document, Notes notes, Say say) {
        return document.timeline().stream()
                .map(line -> of(document, line, notes, say))
                .toList();
    }

    /** The line that was recorded last, if it came after the case was opened. */
    static Optional<TimelineRow> latest(List<TimelineRow> timeline) {
        return timeline.stream().filter(row -> row.added().isPresent()).max(Comparator.comparing(row -> row.added()
                .get()));
    }

    private static TimelineRow of(PublicCase document, PublicCase.Line line, Notes notes, Say say) {
        List<Dispute> disputed = line.disputed().stream()
                .map(other -> new Dispute(say.word("field", other.field()), other.value(), notes.of(other.sources())))
                .toList();
        Own own = new Own(line.own());
        LineWords words = new LineWords(say);
        return new TimelineRow(
                line.id(),
                line.type().equals("observation"),
                line.type(),
                words.label(line, document.platform().name()),
                words.details(line),
                line.date(),
                line.text(),
                notes.of(line.sources()),
                disputed,
                own.rule(),
                line.redacted().map(redacted -> Withheld.of(redacted, say)),
                own.words("evidence").orElse(List.of()).stream()
                        .map(record -> new Captured(record, notes.copy(record)))
                        .toList(),
                Optional.of(line.recordedAt()).filter(at -> at.isAfter(document.firstRecorded())));
    }
}
