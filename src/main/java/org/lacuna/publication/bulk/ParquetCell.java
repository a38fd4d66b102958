package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;

/**
 * Puts values into the encoder of one column. Levels as Dremel has them: a value that is there has definition level 1, a
 * missing one 0; in a list every value but the first has repetition level 1.
 */
record ParquetCell(Column column, ColumnWriter writer) {
    private static final int PLAIN_DAY = "0000-00-00".length();

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
            case DAY -> writer.write((int) day(value.textValue()), 0, 1);
            case MOMENT -> writer.write(Instant.parse(value.textValue()).toEpochMilli(), 0, 1);
            case JSON -> writer.write(text(value.toString()), 0, 1);
            default -> writer.write(text(value.asText()), 0, 1);
        }
    }

    private void list(JsonNode values) {
        if (values.isEmpty()) {
            writer.writeNull(0, 0);
            return;
        }
        int repetition = 0;
        for (JsonNode value : values) {
            writer.write(text(value.asText()), repetition, 1);
            repetition = 1;
        }
    }

    /** As bytes at once: the library's own way from a String compares and hashes them through a buffer. */
    private static Binary text(String text) {
        return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The formatter of {@link LocalDate} takes ten times as long, and there are several days in every row. */
    private static long day(String text) {
        boolean plain = text.length() == PLAIN_DAY && text.charAt(4) == '-' && text.charAt(7) == '-';
        return plain
                ? LocalDate.of(
                                Integer.parseInt(text, 0, 4, 10),
                                Integer.parseInt(text, 5, 7, 10),
                                Integer.parseInt(text, 8, PLAIN_DAY, 10))
                        .toEpochDay()
                : LocalDate.parse(text).toEpochDay();
    }
}
