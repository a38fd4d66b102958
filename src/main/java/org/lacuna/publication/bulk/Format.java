package org.lacuna.publication.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The forms in which every table is written. */
public enum Format {
    CSV("text/csv"),
    NDJSON("application/x-ndjson"),
    PARQUET("application/vnd.apache.parquet");

    private final String media;

    Format(String media) {
        this.media = media;
    }

    /**
     * The format of this name, in any case.
     *
     * @throws IllegalArgumentException if there is none; the message names them all
     */
    public static Format named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.ending().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected among the formats only csv, ndjson and parquet; found '" + name.strip() + "'"));
    }

    String media() {
        return media;
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param told what a file says about itself, where its format has room for that */
    TableFile open(Table table, Map<String, String> told, OutputStream out) throws IOException {
        return switch (this) {
            case CSV -> new CsvFile(table.columns(), out);
            case NDJSON -> new NdjsonFile(table, out);
            case PARQUET -> new ParquetFile(table, told, out);
        };
    }
}
