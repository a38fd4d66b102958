package org.lacuna.publication.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/**
 * Reads as much of a case's document as the table of cases shows of it. Of lists that it only counts, the items stand there
 * as nulls; most of a document are the texts in them.
 */
final class Skim {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> COUNTED = Set.of("timeline", "conflicts");
    private static final Set<String> NOT_SHOWN = Set.of("sources", "files", "captures", "salt");

    private Skim() {}

    static JsonNode of(byte[] body) throws IOException {
        ObjectNode document = JSON.createObjectNode();
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (COUNTED.contains(name)) {
                    document.set(name, counted(parser));
                } else if (NOT_SHOWN.contains(name)) {
                    parser.skipChildren();
                } else {
                    document.set(name, parser.readValueAsTree());
                }
            }
        }
        return document;
    }

    private static ArrayNode counted(JsonParser parser) throws IOException {
        ArrayNode items = JSON.createArrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            items.addNull();
        }
        return items;
    }
}
