package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Gathers the columns of a table in their order. */
final class Columns {
    private final List<Column> columns = new ArrayList<>();

    /** A column whose value stands in the item, at a path such as {@code subject/name}. */
    Columns of(String name, Kind kind, String path, String description) {
        String[] steps = path.split("/");
        return add(name, kind, row -> at(row.item(), steps), description);
    }

    Columns add(String name, Kind kind, Function<Row, JsonNode> value, String description) {
        columns.add(new Column(name, kind, description, value));
        return this;
    }

    /** The three columns of a date. */
    Columns date(String name, String path, String what) {
        return of(name, Kind.WORD, path + "/edtf", what + ", as given (EDTF, ISO 8601-2)")
                .of(
                        name + "_earliest",
                        Kind.DAY,
                        path + "/earliest",
                        "The first day that it can mean; empty if none bounds it")
                .of(
                        name + "_latest",
                        Kind.DAY,
                        path + "/latest",
                        "The last day that it can mean; empty if none bounds it");
    }

    /** Who demanded it: the one field of an object. */
    Columns demandedBy() {
        return add(
                        "demanded_by_kind",
                        Kind.WORD,
                        row -> only(row.item().path("demandedBy"))
                                .map(Map.Entry::getKey)
                                .<JsonNode>map(TextNode::valueOf)
                                .orElse(MissingNode.getInstance()),
                        "Who demanded it: government, court or company; empty if nobody is known")
                .add(
                        "demanded_by",
                        Kind.TEXT,
                        row -> only(row.item().path("demandedBy"))
                                .map(Map.Entry::getValue)
                                .orElse(MissingNode.getInstance()),
                        "Its ISO 3166 code if a government, else its name");
    }

    /** The columns that say which case a row belongs to. */
    static Columns ofCase() {
        return new Columns()
                .add("case", Kind.WORD, row -> row.document().path("slug"), "Slug of the case, see the table cases");
    }

    List<Column> list() {
        return List.copyOf(columns);
    }

    static JsonNode at(JsonNode node, String... steps) {
        JsonNode found = node;
        for (String step : steps) {
            found = found.path(step);
        }
        return found;
    }

    static Optional<Map.Entry<String, JsonNode>> only(JsonNode object) {
        Set<Map.Entry<String, JsonNode>> fields = object.properties();
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(fields.iterator().next());
    }

    static JsonNode count(JsonNode list) {
        return IntNode.valueOf(list.size());
    }

    /** Every word once, in the order in which they come first. */
    static JsonNode distinct(JsonNode items, Function<JsonNode, Iterable<JsonNode>> words) {
        Set<String> seen = new LinkedHashSet<>();
        items.forEach(item -> words.apply(item).forEach(word -> {
            if (word.isTextual()) {
                seen.add(word.textValue());
            }
        }));
        ArrayNode list = JsonNodeFactory.instance.arrayNode(seen.size());
        seen.forEach(list::add);
        return list;
    }
}
