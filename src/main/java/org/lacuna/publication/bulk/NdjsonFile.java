package org.lacuna.publication.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON value a line, in UTF-8. A case is its document as it is handed out; what belongs to a case says to which, and is
 * otherwise cut out of the document's bytes where it stands there in one list.
 */
final class NdjsonFile implements TableFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean whole;
    private final Optional<Cuts> cuts;
    private final OutputStream out;
    private final JsonGenerator json;
    private byte[] cutting = {};
    private byte[] start = {};
    private List<Cuts.Cut> items = List.of();

    NdjsonFile(Table table, OutputStream out) throws IOException {
        this.whole = table.ofCases();
        this.cuts = table.list().map(Cuts::new);
        this.out = out;
        this.json = new JsonFactory(JSON).createGenerator(out).setRootValueSeparator(null);
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    @Override
    public void write(Row row, byte[] body) throws IOException {
        if (whole) {
            out.write(body);
            out.write('\n');
        } else if (cuts.isPresent()) {
            cut(cuts.get(), row, body);
        } else {
            generate(row);
        }
    }

    /** The rows of a document come one after the other. */
    private void cut(Cuts cuts, Row row, byte[] body) throws IOException {
        if (cutting != body) {
            cutting = body;
            items = cuts.of(body);
            // a slug needs no escapes
            start = ("{\"case\":\"" + row.slug() + "\",").getBytes(StandardCharsets.UTF_8);
        }
        Cuts.Cut item = items.get(row.position() - 1);
        out.write(start);
        out.write(body, item.from() + 1, item.to() - item.from() - 1);
        out.write('\n');
    }

    private void generate(Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("case", row.slug());
        for (Map.Entry<String, JsonNode> field : row.item().properties()) {
            json.writeFieldName(field.getKey());
            JSON.writeTree(json, field.getValue());
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
