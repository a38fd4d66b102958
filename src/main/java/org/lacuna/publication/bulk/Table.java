package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/**
 * A table of the bulk files.
 *
 * @param name also of its files
 * @param key names of the columns that no two rows share
 * @param items of a case's document, each of them a row
 */
record Table(
        String name,
        String title,
        String description,
        List<Column> columns,
        List<String> key,
        Function<JsonNode, Iterable<JsonNode>> items) {
    Table {
        List<String> names = columns.stream().map(Column::name).toList();
        if (!names.containsAll(key) || names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException(
                    "expected columns of different names, the key " + key + " among them, found " + names);
        }
    }

    /** Whether each row is a whole case. */
    boolean ofCases() {
        return key.equals(List.of("slug"));
    }
}
