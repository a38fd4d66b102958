package org.lacuna.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestMulti;
import org.lacuna.publication.bulk.CsvLines;

/** Streams lists whose items are JSON trees: an item a line, or a table with an item a row. */
@ApplicationScoped
class ItemStreams {
    private final Lines lines;
    private final ObjectMapper json;

    ItemStreams(Lines lines, ObjectMapper json) {
        this.lines = lines;
        this.json = json;
    }

    /** Some items; {@code next} is where the next ones start, empty at the end. */
    record Items(List<? extends JsonNode> items, Optional<String> next) {}

    /** How the items after a cursor are read; at the start there is none. */
    interface Reader {
        Items read(Optional<String> cursor, int limit);
    }

    /** Items as trees, with the names that they have in an answer. */
    List<JsonNode> trees(List<?> items) {
        return items.stream().map(item -> json.<JsonNode>valueToTree(item)).toList();
    }

    RestMulti<byte[]> lines(Optional<String> from, long most, Reader reader) {
        return lines.stream(from, most, (cursor, limit) -> {
            Items page = reader.read(cursor, limit);
            List<byte[]> part = Lines.joined(
                    page.items().stream().map(item -> Answers.bytes(json, item)).toList());
            return new Lines.Part(part, page.items().size(), page.next());
        });
    }

    /** One row an item. */
    RestMulti<byte[]> rows(CsvLines table, Optional<String> from, long most, Reader reader) {
        return rows(table, CsvLines.Line::of, from, most, reader);
    }

    /** @param row of an item */
    RestMulti<byte[]> rows(
            CsvLines table, Function<JsonNode, CsvLines.Line> row, Optional<String> from, long most, Reader reader) {
        AtomicBoolean first = new AtomicBoolean(true);
        return lines.stream(from, most, (cursor, limit) -> {
            Items page = reader.read(cursor, limit);
            List<CsvLines.Line> found = page.items().stream().map(row).toList();
            return new Lines.Part(Lines.cut(table.of(found, first.getAndSet(false))), found.size(), page.next());
        });
    }
}
