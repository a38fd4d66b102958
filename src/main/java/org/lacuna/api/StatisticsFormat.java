package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lacuna.shared.Word;

/** The formats in which statistics are handed out. */
enum StatisticsFormat implements Word {
    JSON(StatisticsFormat.JSON_TYPE) {
        @Override
        byte[] write(StatisticsTable table, ObjectMapper mapper) {
            return Answers.bytes(mapper, table.json());
        }
    },
    /** RFC 4180, in UTF-8, with a line of names. Nothing in it was chosen by a stranger: words, numbers and slugs. */
    CSV(StatisticsFormat.CSV_TYPE) {
        @Override
        byte[] write(StatisticsTable table, ObjectMapper mapper) {
            StringWriter text = new StringWriter();
            try (CsvWriter csv = CsvWriter.builder().build(text)) {
                csv.writeRecord(table.columns());
                table.rows().forEach(csv::writeRecord);
            } catch (IOException impossible) {
                throw new UncheckedIOException("a text in memory could not be written", impossible);
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    },
    /** The same rows, each a JSON object on a line of its own. */
    NDJSON(StatisticsFormat.NDJSON_TYPE) {
        @Override
        byte[] write(StatisticsTable table, ObjectMapper mapper) {
            StringBuilder lines = new StringBuilder();
            table.rows().map(row -> line(table.columns(), row).toString()).forEach(line -> lines.append(line)
                    .append('\n'));
            return lines.toString().getBytes(StandardCharsets.UTF_8);
        }
    };

    static final String JSON_TYPE = Answers.JSON;
    static final String CSV_TYPE = Formats.CSV_TYPE;
    static final String NDJSON_TYPE = Formats.NDJSON;

    private final String type;

    StatisticsFormat(String type) {
        this.type = type;
    }

    abstract byte[] write(StatisticsTable table, ObjectMapper mapper);

    /** The media type that asks for it. */
    String type() {
        return type;
    }

    /** The media type of an answer. */
    String answered() {
        return this == CSV ? type + ";charset=UTF-8" : type;
    }

    private static ObjectNode line(List<String> columns, List<String> row) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < row.size(); i++) {
            line.put(columns.get(i), row.get(i).isEmpty() ? null : row.get(i));
        }
        return line;
    }
}
