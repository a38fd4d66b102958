package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One row of a table.
 *
 * @param document the public document of the case it belongs to
 * @param item what the row is about: the document itself, or one of its restrictions, lines or sources
 * @param position of the item in its case, from 1
 */
record Row(JsonNode document, JsonNode item, int position) {
    String slug() {
        return document.path("slug").textValue();
    }
}
