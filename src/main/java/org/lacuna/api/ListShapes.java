package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The shapes of lists for the OpenAPI document, and an answer for each that was really given. A list is put together from
 * bytes, so no class of ours has its shape.
 */
final class ListShapes {
    private static final Schema TEXT = of(Schema.SchemaType.STRING);
    private static final Schema NUMBER = of(Schema.SchemaType.INTEGER);
    private static final Schema ANY = of(Schema.SchemaType.OBJECT);

    private static final Map<String, Schema> BY_OPERATION = byOperation();

    private ListShapes() {}

    private static Map<String, Schema> byOperation() {
        Map<String, Schema> all = new LinkedHashMap<>();
        all.put("listCases", list("cases", ref("PublicCase"), true));
        all.put("listIncidents", list("incidents", ref("PublicIncident"), true));
        all.put("listEntries", list("entries", entry(), true));
        all.put("listStatements", list("statements", entry(), true));
        all.put("listObservations", list("observations", entry(), true));
        all.put("readEdition", edition());
        all.put("listChanges", list("changes", change(), false));
        all.put(
                "countStatistics",
                statistics("cells", object("values", ANY, "count", NUMBER, "of", NUMBER))
                        .addProperty("count", TEXT)
                        .addProperty("total", NUMBER));
        all.put("latencyStatistics", statistics("groups", object("values", ANY, "restrictions", NUMBER)));
        all.put("listAlerts", list("alerts", alert(), false));
        return all;
    }

    /** Adds the shape of the answer, where there is one, and the example that is kept for the operation. */
    static void describe(Operation operation) {
        Optional<Schema> shape = Optional.ofNullable(BY_OPERATION.get(operation.getOperationId()));
        Optional<Object> example = example(operation.getOperationId());
        if (shape.isEmpty() && example.isEmpty()) {
            return;
        }
        var answer = operation.getResponses().getAPIResponse("200");
        Content content = Optional.ofNullable(answer.getContent()).orElseGet(OASFactory::createContent);
        MediaType json = Optional.ofNullable(content.getMediaType(Answers.JSON)).orElseGet(OASFactory::createMediaType);
        shape.ifPresent(json::setSchema);
        example.ifPresent(json::setExample);
        answer.setContent(content.addMediaType(Answers.JSON, json));
    }

    private static Optional<Object> example(String operation) {
        try (InputStream kept = ListShapes.class.getResourceAsStream("/api/examples/" + operation + ".json")) {
            return kept == null ? Optional.empty() : Optional.of(new ObjectMapper().readValue(kept, Object.class));
        } catch (IOException broken) {
            throw new UncheckedIOException("the example of " + operation + " does not read as JSON", broken);
        }
    }

    private static Schema list(String name, Schema item, boolean counted) {
        Schema list = object(name, of(Schema.SchemaType.ARRAY).items(item), "next", nullable(Schema.SchemaType.STRING));
        return counted
                ? list.addProperty("total", nullable(Schema.SchemaType.INTEGER)).addRequired("total")
                : list;
    }

    /** What both kinds of statistics say of themselves, and their rows; each kind says more, and so do its rows. */
    private static Schema statistics(String name, Schema row) {
        return object(
                        "by",
                        of(Schema.SchemaType.ARRAY).items(TEXT),
                        "filter",
                        ANY,
                        "asOf",
                        nullable(Schema.SchemaType.STRING),
                        "sequence",
                        NUMBER,
                        "overlaps",
                        of(Schema.SchemaType.BOOLEAN),
                        "threshold",
                        NUMBER,
                        name,
                        of(Schema.SchemaType.ARRAY).items(row.additionalPropertiesBoolean(true)))
                .additionalPropertiesBoolean(true);
    }

    private static Schema entry() {
        return object(
                "case",
                TEXT,
                "incident",
                TEXT,
                "platform",
                ref("PlatformName"),
                "verification",
                TEXT,
                "sequence",
                NUMBER,
                "position",
                NUMBER,
                "entry",
                ref("Line"),
                "sources",
                of(Schema.SchemaType.ARRAY).items(ref("Source")));
    }

    private static Schema edition() {
        return object(
                        "kind",
                        TEXT,
                        "slug",
                        TEXT,
                        "report",
                        TEXT,
                        "number",
                        NUMBER,
                        "title",
                        TEXT,
                        "asOf",
                        TEXT,
                        "computedAt",
                        NUMBER,
                        "notes",
                        TEXT,
                        "files",
                        of(Schema.SchemaType.ARRAY)
                                .items(object("format", TEXT, "media", TEXT, "bytes", NUMBER, "digest", TEXT)),
                        "lastChanged",
                        TEXT,
                        "sequence",
                        NUMBER,
                        "salt",
                        TEXT)
                .addProperty("replaces", of(Schema.SchemaType.INTEGER));
    }

    private static Schema change() {
        return object("sequence", NUMBER, "action", TEXT, "kind", TEXT, "slug", TEXT, "digest", TEXT, "recorded", TEXT);
    }

    private static Schema alert() {
        return object(
                "platform",
                TEXT,
                "vantage",
                TEXT,
                "kind",
                TEXT,
                "since",
                TEXT,
                "until",
                nullable(Schema.SchemaType.STRING),
                "why",
                TEXT);
    }

    /** An object of these fields, all of which are always there. */
    private static Schema object(Object... namesAndSchemas) {
        Schema object = of(Schema.SchemaType.OBJECT);
        for (int i = 0; i < namesAndSchemas.length; i += 2) {
            object.addProperty((String) namesAndSchemas[i], (Schema) namesAndSchemas[i + 1])
                    .addRequired((String) namesAndSchemas[i]);
        }
        return object;
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().type(new ArrayList<>(List.of(type)));
    }

    private static Schema nullable(Schema.SchemaType type) {
        return OASFactory.createSchema().type(new ArrayList<>(List.of(type, Schema.SchemaType.NULL)));
    }

    private static Schema ref(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }
}
