package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of timelines, of sources, and of what was observed. */
final class LineTables {
    private LineTables() {}

    static Table entries() {
        return Table.of(
                "entries",
                "Entries",
                "Dated lines of timelines. Columns behind recorded_at are filled where the type of the line has them.",
                entryColumns().list(),
                List.of("case", "id"),
                "timeline");
    }

    static Table sources() {
        return Table.of(
                "sources",
                "Sources",
                "What public lines cite, once for each case that cites it.",
                sourceColumns().list(),
                List.of("case", "id"),
                "sources");
    }

    static Table observations() {
        return new Table(
                "observations",
                "Observations",
                "What our crawler saw and several looks confirmed, as far as it stands in a public timeline.",
                observationColumns().list(),
                List.of("case", "id"),
                LineTables::observed);
    }

    private static Columns entryColumns() {
        return Columns.ofCase()
                .of("id", Kind.WORD, "id", "Id of the line within its case")
                .add(
                        "position",
                        Kind.INTEGER,
                        row -> IntNode.valueOf(row.position()),
                        "Its place in the timeline, from 1")
                .of("type", Kind.WORD, "type", "Type of the line, such as restriction-imposed or statement")
                .date("date", "date", "When it happened")
                .of("text", Kind.TEXT, "text", "What happened, in an editor's words; empty where it is redacted")
                .of("sources", Kind.LIST, "sources", "Ids of the sources it cites, see the table sources")
                .of("disputed", Kind.JSON, "disputed", "Other values that other sources give: field, value, sources")
                .of("redacted", Kind.JSON, "redacted", "Why it is not shown, since when, whether for good")
                .of("recorded_at", Kind.MOMENT, "recordedAt", "When it was recorded")
                .of("measure", Kind.WORD, "measure", "Of a restriction: what the platform did")
                .of("scope", Kind.LIST, "scope", "ISO 3166 codes of the countries concerned, or worldwide")
                .demandedBy()
                .of("fate", Kind.WORD, "fate", "Of a restriction: how it ended, if not by a lift")
                .of("changes", Kind.WORD, "changes", "Id of the restriction that the line changes")
                .of("lifts", Kind.LIST, "lifts", "Ids of the restrictions that the line lifts")
                .of("extent", Kind.WORD, "extent", "Of a lift: full or partial")
                .of("how", Kind.WORD, "how", "Of a lift: what brought it about")
                .of("by", Kind.WORD, "by", "Of a statement: who speaks")
                .of("explanation", Kind.WORD, "explanation", "Of a statement: what it claims as the reason")
                .of("channel", Kind.WORD, "channel", "Of a statement: how it reached us")
                .of("rule", Kind.JSON, "rule", "The rule that was invoked")
                .of("stage", Kind.WORD, "stage", "Of an appeal: how far it has come")
                .of("kind", Kind.WORD, "kind", "Of pressure: what kind")
                .of("corrects", Kind.WORD, "corrects", "Id of the line that the line corrects")
                .of("outcome", Kind.WORD, "outcome", "Of an observation: what was seen");
    }

    private static Columns sourceColumns() {
        return Columns.ofCase()
                .of("id", Kind.WORD, "id", "Id of the source: slug of the incident, a stroke, its id there")
                .of("publisher", Kind.TEXT, "publisher", "Who published it")
                .of("title", Kind.TEXT, "title", "Its title")
                .of("url", Kind.TEXT, "url", "Its address")
                .of("published", Kind.DAY, "published", "When it was published")
                .of("language", Kind.WORD, "language", "Its language (BCP 47)")
                .of("archived", Kind.WORD, "archived", "SHA-256 of the WARC records that we keep of it")
                .add(
                        "archived_copy",
                        Kind.WORD,
                        row -> copies(row.document())
                                .getOrDefault(row.item().path("archived").asText(), MissingNode.getInstance()),
                        "SHA-256 of the WARC file under /captures/, if a copy of these records is public")
                .of("redacted", Kind.JSON, "redacted", "Why it is not shown, since when, whether for good");
    }

    private static Columns observationColumns() {
        return Columns.ofCase()
                .of("id", Kind.WORD, "id", "Id of the line within its case")
                .add(
                        "platform",
                        Kind.WORD,
                        row -> row.document().path("platform").path("id"),
                        "Id of the platform")
                .of("outcome", Kind.WORD, "outcome", "What was seen; see /api/v1/vocabulary")
                .of("scope", Kind.LIST, "scope", "ISO 3166 codes of the countries it is withheld from")
                .of("vantages", Kind.LIST, "vantages", "Where it was seen from: country and route")
                .date("date", "date", "When it changed")
                .of("first_seen_gone", Kind.MOMENT, "firstSeenGone", "The first look that showed it gone")
                .of("last_seen_available", Kind.MOMENT, "lastSeenAvailable", "The last look that showed it there")
                .of("evidence", Kind.LIST, "evidence", "SHA-256 digests of the WARC records that we keep of each look")
                .add(
                        "evidence_copies",
                        Kind.LIST,
                        row -> copiesOf(row.document(), row.item().path("evidence")),
                        "SHA-256 of the WARC files under /captures/ of those of which a copy is public")
                .of("text", Kind.TEXT, "text", "What the timeline says")
                .of("redacted", Kind.JSON, "redacted", "Why it is not shown, since when, whether for good")
                .of("recorded_at", Kind.MOMENT, "recordedAt", "When it was confirmed");
    }

    /** By the digest of the record, that of the copy that anybody can have. */
    private static Map<String, JsonNode> copies(JsonNode document) {
        Map<String, JsonNode> copies = new HashMap<>();
        document.path("captures")
                .forEach(capture -> copies.put(capture.path("record").asText(), capture.path("copy")));
        return copies;
    }

    private static JsonNode copiesOf(JsonNode document, JsonNode records) {
        Map<String, JsonNode> copies = copies(document);
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        records.forEach(
                record -> Optional.ofNullable(copies.get(record.asText())).ifPresent(found::add));
        return found;
    }

    private static List<JsonNode> observed(JsonNode document) {
        List<JsonNode> seen = new ArrayList<>();
        for (JsonNode line : document.path("timeline")) {
            if (line.path("type").asText().equals("observation")) {
                seen.add(line);
            }
        }
        return seen;
    }
}
