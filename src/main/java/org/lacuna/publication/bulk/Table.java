package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of the bulk files.
 *
 * @param name also of its files
 * @param key names of the columns that no two rows share
 * @param items of a case's document, each of them a row
 * @param list the name under which all of these and no others stand in the document; empty if there is none
 */
record Table(
        String name,
        String title,
        String description,
        List<Column> columns,
        List<String> key,
        Function<JsonNode, Iterable<JsonNode>> items,
        Optional<String> list) {
    Table {
        List<String> names = columns.stream().map(Column::name).toList();
        if (!names.containsAll(key) || names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException(
                    "expected columns of different names, the key " + key + " among them, found " + names);
        }
    }

    /** Whose rows are the items of one list of the document. */
    static Table of(
            String name, String title, String description, List<Column> columns, List<String> key, String list) {
        return new Table(name, title, description, columns, key, document -> document.path(list), Optional.of(list));
    }

    /** Whose rows are chosen in another way. */
    Table(
            String name,
            String title,
            String description,
            List<Column> columns,
            List<String> key,
            Function<JsonNode, Iterable<JsonNode>> items) {
        this(name, title, description, columns, key, items, Optional.empty());
    }

    /** Whether each row is a whole case. */
    boolean ofCases() {
        return key.equals(List.of("slug"));
    }
}
