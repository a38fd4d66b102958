package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV (RFC 4180) in UTF-8, with a line of names. Empty cells are missing values. */
final class CsvFile implements TableFile {
    private final List<Column> columns;
    private final CsvWriter csv;
    private final String[] cells;

    CsvFile(List<Column> columns, OutputStream out) {
        this.columns = columns;
        this.csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.cells = columns.stream().map(Column::name).toArray(String[]::new);
        csv.writeRecord(cells);
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
            case LIST, JSON -> value.toString();
            default -> value.asText();
        };
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
