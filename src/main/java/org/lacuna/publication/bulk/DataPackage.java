package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes a set for programs and people: Frictionless Data Package 2.0, with a Table Schema for every table. */
final class DataPackage {
    static final String FILE = "datapackage.json";

    private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

    private final Told told;
    private final Map<String, Table> tables;

    /** @param tables by the name of the file that holds them */
    DataPackage(Told told, Map<String, Table> tables) {
        this.told = told;
        this.tables = tables;
    }

    JsonNode of(List<BulkFile> files) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("$schema", PROFILE);
        json.put("name", "lacuna-" + told.name());
        json.put("title", "Lacuna: the public record as it stood at change " + told.sequence());
        json.put(
                "description",
                "Platform censorship: what was suspended or blocked, what was said about it, whether it came back."
                        + " Claimed and observed are never mixed; verification says how well each case is known."
                        + " All files tell the same moment. In CSV, lists are JSON arrays, and a text that begins like a"
                        + " formula, or with an apostrophe, has one apostrophe more in front.");
        json.put("version", told.name());
        json.put("created", told.begun().toString());
        json.put("sequence", told.sequence());
        told.replaces().ifPresent(old -> json.set("replaces", replaces(old)));
        ArrayNode resources = json.putArray("resources");
        files.forEach(file -> resources.add(resource(file)));
        return json;
    }

    private static JsonNode replaces(BulkSet.Replaced old) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", old.name());
        json.put("reason", "Something that this set held was redacted; the files below are not handed out any more.");
        ObjectNode digests = json.putObject("hashes");
        old.files().forEach(file -> digests.put(file.name(), file.digest().toString()));
        return json;
    }

    private JsonNode resource(BulkFile file) {
        Table table = tables.get(file.name());
        String format = file.name().substring(file.name().lastIndexOf('.') + 1);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", table.name() + "-" + format);
        json.put("title", table.title());
        json.put("description", table.description());
        json.put("path", file.name());
        json.put("format", format);
        json.put("mediatype", file.media());
        if (!format.equals(Format.PARQUET.ending())) {
            json.put("encoding", "utf-8");
        }
        json.put("bytes", file.bytes());
        json.put("hash", file.digest().toString());
        file.rows().ifPresent(rows -> json.put("rows", rows));
        if (!format.equals(Format.NDJSON.ending())) {
            json.put("type", "table");
            json.set("schema", schema(table));
        }
        return json;
    }

    private static JsonNode schema(Table table) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode fields = json.putArray("fields");
        for (Column column : table.columns()) {
            ObjectNode field = fields.addObject();
            field.put("name", column.name());
            field.put("type", column.kind().frictionless());
            field.put("description", column.description());
            if (table.key().contains(column.name())) {
                field.putObject("constraints").put("required", true);
            }
        }
        json.putArray("missingValues").add("");
        ArrayNode key = json.putArray("primaryKey");
        table.key().forEach(key::add);
        belongs(table).ifPresent(reference -> json.putArray("foreignKeys").add(reference));
        return json;
    }

    private static Optional<JsonNode> belongs(Table table) {
        if (!table.key().contains("case")) {
            return Optional.empty();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("fields").add("case");
        ObjectNode to = json.putObject("reference");
        to.put("resource", "cases-csv");
        to.putArray("fields").add("slug");
        return Optional.of(json);
    }
}
