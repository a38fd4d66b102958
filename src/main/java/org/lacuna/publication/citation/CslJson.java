package org.lacuna.publication.citation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** A list of one item in CSL-JSON. What the schema has no name for stands under {@code custom}, as it provides. */
final class CslJson {
    private CslJson() {}

    static String write(Citation citation, ObjectMapper json) {
        ArrayNode list = json.createArrayNode();
        ObjectNode item = list.addObject()
                .put("id", citation.slug() + "-" + citation.version())
                .put("type", "dataset")
                .put("title", Apa.oneLine(citation.title()))
                .put("publisher", Citation.PUBLISHER)
                .put("version", String.valueOf(citation.version()))
                .put("URL", citation.permalink().toASCIIString());
        item.putArray("author").addObject().put("literal", Citation.PUBLISHER);
        item.putObject("issued")
                .putArray("date-parts")
                .addArray()
                .add(citation.day().getYear())
                .add(citation.day().getMonthValue())
                .add(citation.day().getDayOfMonth());
        if (!citation.since().isEmpty()) {
            item.put("note", citation.notes());
        }
        ObjectNode custom = item.putObject("custom")
                .put("asOf", citation.day().toString())
                .put("digest", citation.digest().toString());
        custom.set("corrections", json.valueToTree(citation.since()));
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a tree of texts and numbers can be written", impossible);
        }
    }
}
