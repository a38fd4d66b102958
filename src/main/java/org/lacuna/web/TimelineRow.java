package org.lacuna.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.lacuna.page.Words;
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
        Optional<Instant> added) {
    /** A rule of the platform, by title and address. */
    record Rule(String title, Optional<String> url) {}

    /** Another source's value for one field. */
    record Dispute(String field, String value, List<Note> notes) {}

    static List<TimelineRow> of(PublicCase document, Notes notes) {
        return document.timeline().stream()
                .map(line -> of(document, line, notes))
                .toList();
    }

    /** The line that was recorded last, if it came after the case was opened. */
    static Optional<TimelineRow> latest(List<TimelineRow> timeline) {
        return timeline.stream().filter(row -> row.added().isPresent()).max(Comparator.comparing(row -> row.added()
                .get()));
    }

    private static TimelineRow of(PublicCase document, PublicCase.Line line, Notes notes) {
        List<Dispute> disputed = line.disputed().stream()
                .map(other -> new Dispute(Words.of("field", other.field()), other.value(), notes.of(other.sources())))
                .toList();
        Own own = new Own(line.own());
        return new TimelineRow(
                line.id(),
                line.type().equals("observation"),
                line.type(),
                whole(line)
                        ? Words.of("type", line.type())
                        : label(line.type(), own, document.platform().name()),
                whole(line) ? List.of() : details(line.type(), own),
                line.date(),
                line.text(),
                notes.of(line.sources()),
                disputed,
                own.rule(),
                line.redacted().map(Withheld::of),
                Optional.of(line.recordedAt()).filter(at -> at.isAfter(document.firstRecorded())));
    }

    /** Whether nothing of the line counts any more. */
    private static boolean whole(PublicCase.Line line) {
        return line.redacted()
                .filter(redacted -> redacted.what().equals("entry"))
                .isPresent();
    }

    private static String label(String type, Own own, String platform) {
        return switch (type) {
            case "restriction-imposed" -> Words.measure(own.word("measure"));
            case "restriction-lifted" -> "Lifted " + Words.of("extent", own.word("extent"));
            case "statement" ->
                "Statement by " + (own.word("by").equals("platform") ? platform : Words.of("speaker", own.word("by")));
            case "appeal" -> Words.of("stage", own.word("stage"));
            case "pressure" -> Words.of("pressure", own.word("kind"));
            case "observation" ->
                "Seen: " + Words.outcome(own.word("outcome"))
                        + own.words("scope")
                                .map(scope -> " " + Words.scope(scope))
                                .orElse("");
            case "correction" -> "Correction of line " + own.word("corrects");
            default -> Words.of("type", type);
        };
    }

    private static List<String> details(String type, Own own) {
        List<String> details = new ArrayList<>();
        switch (type) {
            case "restriction-imposed", "restriction-changed" -> {
                own.words("scope").ifPresent(scope -> details.add(Words.scope(scope)));
                own.who("demandedBy")
                        .ifPresent(who -> details.add("demanded by " + Words.demandedBy(Optional.of(who))));
            }
            case "restriction-lifted" -> details.add(Words.of("how", own.word("how")));
            case "statement" -> {
                own.find("explanation").ifPresent(word -> details.add(Words.explanation(word)));
                own.find("channel").ifPresent(word -> details.add(Words.of("channel", word)));
            }
            case "observation" ->
                own.words("vantages")
                        .ifPresent(vantages -> details.add("from "
                                + Words.list(
                                        vantages.stream().map(Words::vantage).toList())));
            default -> {}
        }
        return details;
    }

    /** The fields that only this type of line has. */
    record Own(Map<String, JsonNode> fields) {
        Optional<String> find(String name) {
            return Optional.ofNullable(fields.get(name))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText);
        }

        String word(String name) {
            return find(name).orElse("unknown");
        }

        Optional<List<String>> words(String name) {
            return Optional.ofNullable(fields.get(name))
                    .filter(JsonNode::isArray)
                    .map(list -> StreamSupport.stream(list.spliterator(), false)
                            .map(JsonNode::asText)
                            .toList());
        }

        Optional<Rule> rule() {
            return Optional.ofNullable(fields.get("rule"))
                    .filter(JsonNode::isObject)
                    .map(rule -> new Rule(
                            rule.path("title").asText(),
                            Optional.of(rule.path("url").asText())));
        }

        Optional<Map<String, String>> who(String name) {
            return Optional.ofNullable(fields.get(name))
                    .filter(JsonNode::isObject)
                    .flatMap(node -> node.properties().stream().findFirst())
                    .map(field -> Map.of(field.getKey(), field.getValue().asText()));
        }
    }
}
