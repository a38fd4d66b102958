package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * One column of a table: the same name in every format.
 *
 * @param description for whoever reads the data package
 * @param value a missing or null node where the row has none
 */
record Column(String name, Kind kind, String description, Function<Row, JsonNode> value) {
    boolean isEmpty(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
