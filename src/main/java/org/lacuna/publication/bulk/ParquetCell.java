package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;

/**
 * Puts values into the encoder of one column. Levels as Dremel has them: a value that is there has definition level 1, a
 * missing one 0; in a list every value but the first has repetition level 1.
 */
record ParquetCell(Column column, ColumnWriter writer) {
    void write(Row row) {
        JsonNode value = column.value().apply(row);
        if (column.kind() == Kind.LIST) {
            list(value);
        } else if (column.isEmpty(value)) {
            writer.writeNull(0, 0);
        } else {
            one(value);
        }
    }

    private void one(JsonNode value) {
        switch (column.kind()) {
            case INTEGER -> writer.write(value.longValue(), 0, 1);
            case FLAG -> writer.write(value.booleanValue(), 0, 1);
            case DAY -> writer.write((int) LocalDate.parse(value.textValue()).toEpochDay(), 0, 1);
            case MOMENT -> writer.write(Instant.parse(value.textValue()).toEpochMilli(), 0, 1);
            case JSON -> writer.write(Binary.fromString(value.toString()), 0, 1);
            default -> writer.write(Binary.fromString(value.asText()), 0, 1);
        }
    }

    private void list(JsonNode values) {
        if (values.isEmpty()) {
            writer.writeNull(0, 0);
            return;
        }
        int repetition = 0;
        for (JsonNode value : values) {
            writer.write(Binary.fromString(value.asText()), repetition, 1);
            repetition = 1;
        }
    }
}
