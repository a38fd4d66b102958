package org.lacuna.publication.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** One JSON value a line, in UTF-8. A case is its document as it is handed out; what belongs to a case says to which. */
final class NdjsonFile implements TableFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean whole;
    private final OutputStream out;
    private final JsonGenerator json;

    NdjsonFile(Table table, OutputStream out) throws IOException {
        this.whole = table.ofCases();
        this.out = out;
        this.json = new JsonFactory(JSON).createGenerator(out).setRootValueSeparator(null);
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    @Override
    public void write(Row row, byte[] body) throws IOException {
        if (whole) {
            out.write(body);
            out.write('\n');
            return;
        }
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
