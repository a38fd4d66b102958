package org.lacuna.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists the lines of public timelines. Each comes with the name of its case, how well that is verified, and the sources
 * that the line cites: alone it could be taken for more than it is.
 */
@ApplicationScoped
public class PublicEntries {
    /** What a line can have beside what every line has, by its type, and as a document of a case names it. */
    private static final List<String> OWN = List.of(
            "measure",
            "scope",
            "demandedBy",
            "fate",
            "changes",
            "lifts",
            "extent",
            "how",
            "by",
            "explanation",
            "channel",
            "rule",
            "stage",
            "kind",
            "shielded",
            "corrects",
            "outcome",
            "vantages",
            "firstSeenGone",
            "lastSeenAvailable",
            "evidence");

    /** The fields of an item of {@link Entries}; behind a dot those of its platform and of the line itself. */
    public static final List<String> FIELDS = fields();

    private final EntryQueries queries;
    private final UntilChanged<String, Long> totals = new UntilChanged<>();
    private final PublicRecord record;
    private final Pages pages;
    private final ObjectMapper json;

    PublicEntries(EntryQueries queries, PublicRecord record, Pages pages, ObjectMapper json) {
        this.queries = queries;
        this.record = record;
        this.pages = pages;
        this.json = json;
    }

    private static List<String> fields() {
        List<String> line = Stream.of(PublicCase.Line.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("own"))
                .toList();
        return Stream.of(
                        Stream.of("case", "incident", "platform", "platform.id", "platform.name", "verification"),
                        Stream.of("sequence", "position", "entry"),
                        Stream.concat(line.stream(), OWN.stream()).map(name -> "entry." + name),
                        Stream.of("sources"))
                .flatMap(names -> names)
                .toList();
    }

    /**
     * One page of lines.
     *
     * @param entries objects of {@code case, incident, platform, verification, sequence, position, entry, sources}, the
     *     position counted from 1
     * @param total how many there are in all; empty where they are more than {@link PublicRecord#COUNTED}
     * @param next where the next page starts
     */
    public record Entries(List<JsonNode> entries, Optional<Long> total, Optional<String> next) {}

    /**
     * The lines that fit.
     *
     * @param cursor the {@code next} of the page before; it goes on where that began, whatever changed since
     * @param limit 1 to {@link PublicRecord#MOST}
     * @throws IllegalArgumentException for a limit out of range, or a cursor of another list
     */
    public Entries page(
            EntryFilter filter, EntryOrder order, Optional<LocalDate> asOf, Optional<String> cursor, int limit) {
        Pages.Page<EntryQueries.Found> page = pages.page(
                filter + " " + order + " " + asOf,
                () -> record.at(asOf),
                cursor,
                limit,
                (at, total, beyond, most) -> queries.page(filter, at, order, beyond, most),
                EntryQueries.Found::place,
                at -> totals.of(filter.toString(), at, () -> queries.count(filter, at, PublicRecord.COUNTED + 1)));
        Map<Long, JsonNode> documents = new HashMap<>();
        return new Entries(
                page.items().stream()
                        .map(each -> entry(
                                documents.computeIfAbsent(each.place().sequence(), any -> read(each.body())),
                                each.place().position()))
                        .toList(),
                page.total(),
                page.next());
    }

    private static JsonNode entry(JsonNode document, int position) {
        JsonNode line = document.path("timeline").path(position);
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.set("case", document.path("slug"));
        entry.set("incident", document.path("incident"));
        entry.set("platform", document.path("platform"));
        entry.set("verification", document.path("verification"));
        entry.set("sequence", document.path("sequence"));
        entry.put("position", position + 1);
        entry.set("entry", line);
        entry.set("sources", cited(document, line));
        return entry;
    }

    private static ArrayNode cited(JsonNode document, JsonNode line) {
        Set<String> ids = new HashSet<>();
        line.path("sources").forEach(id -> ids.add(id.asText()));
        ArrayNode cited = JsonNodeFactory.instance.arrayNode();
        document.path("sources").forEach(source -> {
            if (ids.contains(source.path("id").asText())) {
                cited.add(source);
            }
        });
        return cited;
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored document does not read as JSON", broken);
        }
    }
}
