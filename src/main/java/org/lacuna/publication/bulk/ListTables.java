package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.List;

/** The tables of lists of the API that are in no bulk files. Their columns stand in {@code docs/api.md} too. */
final class ListTables {
    static final List<Table> ALL = List.of(incidents(), platforms(), alerts(), changes());

    private ListTables() {}

    static Table incidents() {
        return table(
                "incidents",
                "Incidents",
                "Cases that belong together.",
                List.of("slug"),
                new Columns()
                        .of("slug", Kind.WORD, "slug", "Name of the incident in addresses; never changes")
                        .of("title", Kind.TEXT, "title", "What it is about")
                        .of("summary", Kind.TEXT, "summary", "What happened, in an editor's words")
                        .add("cases", Kind.LIST, row -> ofCases(row, "slug"), "Slugs of its cases")
                        .add(
                                "statuses",
                                Kind.LIST,
                                row -> ofCases(row, "status"),
                                "The status of each of them, in the same order")
                        .add(
                                "verifications",
                                Kind.LIST,
                                row -> ofCases(row, "verification"),
                                "How well each of them is known, in the same order")
                        .add(
                                "platforms",
                                Kind.LIST,
                                row -> Columns.distinct(
                                        row.item().path("cases"),
                                        one -> List.of(one.path("platform").path("id"))),
                                "Ids of the platforms they happened on, each once")
                        .add(
                                "source_count",
                                Kind.INTEGER,
                                row -> Columns.count(row.item().path("sources")),
                                "Sources")
                        .of("redacted", Kind.JSON, "redacted", "Why it is not shown, since when, whether for good")
                        .of("first_recorded", Kind.MOMENT, "firstRecorded", "When its first public line was recorded")
                        .of("last_changed", Kind.MOMENT, "lastChanged", "When this version was written")
                        .of("sequence", Kind.INTEGER, "sequence", "Number of the change that wrote this version"));
    }

    static Table platforms() {
        return table(
                "platforms",
                "Platforms",
                "Where cases happen.",
                List.of("id"),
                new Columns()
                        .of("id", Kind.WORD, "id", "Id of the platform")
                        .of("name", Kind.TEXT, "name", "Its name")
                        .of("about", Kind.TEXT, "about", "What is read of it")
                        .of("home", Kind.TEXT, "home", "Its address")
                        .of("appeals", Kind.TEXT, "appeals", "Where one appeals")
                        .of("hosts", Kind.LIST, "hosts", "Whose addresses are this platform's")
                        .of("definition", Kind.WORD, "definition", "SHA-256 of the file that defines it")
                        .of(
                                "watched",
                                Kind.WORD,
                                "watched",
                                "How often a subject's page is read (ISO 8601 duration); empty if it is not")
                        .add("case_count", Kind.INTEGER, ListTables::allCases, "Public cases")
                        .of("cases", Kind.JSON, "cases", "How many of them there are by status and verification"));
    }

    static Table alerts() {
        return table(
                "alerts",
                "Definition alerts",
                "When a definition may not have read what it should.",
                List.of("platform", "vantage", "kind", "since"),
                new Columns()
                        .of("platform", Kind.WORD, "platform", "Id of the platform")
                        .of("vantage", Kind.WORD, "vantage", "From where: country and route")
                        .of("kind", Kind.WORD, "kind", "control-failed or mostly-unclear")
                        .of("since", Kind.MOMENT, "since", "When it was opened")
                        .of("until", Kind.MOMENT, "until", "When it was closed; empty while it is open")
                        .of("why", Kind.TEXT, "why", "One sentence"));
    }

    static Table changes() {
        return table(
                "changes",
                "Changes",
                "What became public or changed, numbered from 1 without gaps.",
                List.of("sequence"),
                new Columns()
                        .of("sequence", Kind.INTEGER, "sequence", "Its number")
                        .of("action", Kind.WORD, "action", "created, edited, redacted, retracted or merged")
                        .of("kind", Kind.WORD, "kind", "case, incident or edition")
                        .of("slug", Kind.WORD, "slug", "Name of what changed")
                        .of("digest", Kind.WORD, "digest", "SHA-256 of the document as this change wrote it")
                        .of("recorded", Kind.MOMENT, "recorded", "When it was recorded")
                        .of(
                                "replaced_digest",
                                Kind.WORD,
                                "replaced/digest",
                                "SHA-256 of what is handed out in its place, if something in it was redacted later")
                        .of("replaced_on", Kind.MOMENT, "replaced/on", "Since when"));
    }

    private static Table table(String name, String title, String description, List<String> key, Columns columns) {
        return new Table(name, title, description, columns.list(), key, item -> List.of(item));
    }

    private static JsonNode ofCases(Row row, String field) {
        ArrayNode words = JsonNodeFactory.instance.arrayNode();
        row.item().path("cases").forEach(each -> words.add(each.path(field)));
        return words;
    }

    private static JsonNode allCases(Row row) {
        long all = 0;
        for (JsonNode cell : row.item().path("cases")) {
            all += cell.path("cases").longValue();
        }
        return LongNode.valueOf(all);
    }
}
