package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lacuna.shared.Spreadsheet;

/** CSV (RFC 4180) in UTF-8, with a line of names. Empty cells are missing values. */
final class CsvFile implements TableFile {
    private final List<Column> columns;
    private final CsvWriter csv;
    private final String[] cells;

    CsvFile(List<Column> columns, OutputStream out) {
        this(columns, out, true);
    }

    /** @param named whether the line of names comes first */
    CsvFile(List<Column> columns, OutputStream out, boolean named) {
        this.columns = columns;
        this.csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.cells = columns.stream().map(Column::name).toArray(String[]::new);
        if (named) {
            csv.writeRecord(cells);
        }
    }

    @Override
    public void write(Row row, byte[] body) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns.get(i), row);
        }
        csv.writeRecord(cells);
    }

    private static String cell(Column column, Row row) {
        JsonNode value = column.value().apply(row);
        if (column.isEmpty(value)) {
            return "";
        }
        return switch (column.kind()) {
            case TEXT -> Spreadsheet.safe(value.asText());
            case LIST -> list(value);
            case JSON -> value.toString();
            default -> value.asText();
        };
    }

    /** Nearly all lists are of plain words, and there are many of them. */
    private static String list(JsonNode words) {
        StringBuilder json = new StringBuilder("[");
        for (JsonNode word : words) {
            String text = word.asText();
            if (!word.isTextual() || !isPlain(text)) {
                return words.toString();
            }
            json.append(json.length() > 1 ? ",\"" : "\"").append(text).append('"');
        }
        return json.append(']').toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
