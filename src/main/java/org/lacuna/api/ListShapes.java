package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Schema TEXT = Schemas.of(Schema.SchemaType.STRING);
    private static final Schema NUMBER = Schemas.of(Schema.SchemaType.INTEGER);
    private static final Schema ANY = Schemas.of(Schema.SchemaType.OBJECT);

    private static final Map<String, Schema> BY_OPERATION = byOperation();

    /** What can be had as a table and as lines too. */
    private static final Set<String> STREAMED = Set.of(
            "listCases",
            "listIncidents",
            "listEntries",
            "listStatements",
            "listObservations",
            "listPlatforms",
            "listAlerts",
            "listChanges",
            "countStatistics",
            "latencyStatistics");

    private ListShapes() {}

    private static Map<String, Schema> byOperation() {
        Map<String, Schema> all = new LinkedHashMap<>();
        all.put("listCases", list("cases", Schemas.ref("PublicCase"), true));
        all.put("listIncidents", list("incidents", Schemas.ref("PublicIncident"), true));
        all.put("listEntries", list("entries", entry(), true));
        all.put("listStatements", list("statements", entry(), true));
        all.put("listObservations", list("observations", entry(), true));
        all.put("readEdition", edition());
        all.put("listChanges", list("changes", change(), false));
        all.put(
                "countStatistics",
                statistics("cells", Schemas.object("values", ANY, "count", NUMBER, "of", NUMBER))
                        .addProperty("count", TEXT)
                        .addProperty("total", NUMBER));
        all.put("latencyStatistics", statistics("groups", Schemas.object("values", ANY, "restrictions", NUMBER)));
        all.put("listAlerts", list("alerts", alert(), false));
        all.put("listBulkSets", Schemas.object("sets", Schemas.array(Schemas.of(Schema.SchemaType.OBJECT))));
        all.put("listPlatforms", Schemas.object("platforms", Schemas.array(platform())));
        all.put("readPlatform", platform());
        all.put("readWatching", Schemas.of(Schema.SchemaType.OBJECT));
        all.put(
                "readVocabulary",
                Schemas.of(Schema.SchemaType.OBJECT)
                        .additionalPropertiesSchema(
                                Schemas.of(Schema.SchemaType.OBJECT).additionalPropertiesSchema(TEXT)));
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
        if (STREAMED.contains(operation.getOperationId())) {
            content.addMediaType(Formats.CSV_TYPE, text("A table (RFC 4180) with a line of names, in UTF-8"));
            content.addMediaType(Formats.NDJSON, text("Each of the list as JSON, on a line of its own"));
        }
    }

    private static MediaType text(String description) {
        return OASFactory.createMediaType()
                .schema(Schemas.of(Schema.SchemaType.STRING).description(description));
    }

    private static Optional<Object> example(String operation) {
        try (InputStream kept = ListShapes.class.getResourceAsStream("/api/examples/" + operation + ".json")) {
            return kept == null ? Optional.empty() : Optional.of(new ObjectMapper().readValue(kept, Object.class));
        } catch (IOException broken) {
            throw new UncheckedIOException("the example of " + operation + " does not read as JSON", broken);
        }
    }

    private static Schema list(String name, Schema item, boolean counted) {
        Schema list = Schemas.object(name, Schemas.array(item), "next", Schemas.nullable(Schema.SchemaType.STRING));
        return counted
                ? list.addProperty("total", Schemas.nullable(Schema.SchemaType.INTEGER))
                        .addRequired("total")
                : list;
    }

    /** What both kinds of statistics say of themselves, and their rows; each kind says more, and so do its rows. */
    private static Schema statistics(String name, Schema row) {
        return Schemas.object(
                        "by",
                        Schemas.array(TEXT),
                        "filter",
                        ANY,
                        "asOf",
                        Schemas.nullable(Schema.SchemaType.STRING),
                        "sequence",
                        NUMBER,
                        "overlaps",
                        Schemas.of(Schema.SchemaType.BOOLEAN),
                        "threshold",
                        NUMBER,
                        name,
                        Schemas.array(row.additionalPropertiesBoolean(true)))
                .additionalPropertiesBoolean(true);
    }

    private static Schema entry() {
        return Schemas.object(
                "case",
                TEXT,
                "incident",
                TEXT,
                "platform",
                Schemas.ref("PlatformName"),
                "verification",
                TEXT,
                "sequence",
                NUMBER,
                "position",
                NUMBER,
                "entry",
                Schemas.ref("Line"),
                "sources",
                Schemas.array(Schemas.ref("Source")));
    }

    private static Schema platform() {
        return Schemas.object(
                        "id",
                        TEXT,
                        "name",
                        TEXT,
                        "about",
                        TEXT,
                        "home",
                        TEXT,
                        "hosts",
                        Schemas.array(TEXT),
                        "definition",
                        TEXT,
                        "cases",
                        Schemas.array(Schemas.of(Schema.SchemaType.OBJECT)))
                .addProperty("appeals", Schemas.nullable(Schema.SchemaType.STRING))
                .addProperty("watched", Schemas.nullable(Schema.SchemaType.STRING));
    }

    private static Schema edition() {
        return Schemas.object(
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
                        Schemas.array(Schemas.object("format", TEXT, "media", TEXT, "bytes", NUMBER, "digest", TEXT)),
                        "lastChanged",
                        TEXT,
                        "sequence",
                        NUMBER,
                        "salt",
                        TEXT)
                .addProperty("replaces", Schemas.of(Schema.SchemaType.INTEGER));
    }

    private static Schema change() {
        return Schemas.object(
                "sequence", NUMBER, "action", TEXT, "kind", TEXT, "slug", TEXT, "digest", TEXT, "recorded", TEXT);
    }

    private static Schema alert() {
        return Schemas.object(
                "platform",
                TEXT,
                "vantage",
                TEXT,
                "kind",
                TEXT,
                "since",
                TEXT,
                "until",
                Schemas.nullable(Schema.SchemaType.STRING),
                "why",
                TEXT);
    }
}
