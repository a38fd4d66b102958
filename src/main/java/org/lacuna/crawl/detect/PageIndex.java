package org.lacuna.crawl.detect;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lacuna.shared.InvalidFile;

/**
 * A CSV file (RFC 4180, UTF-8, with or without a byte order mark) that lists kept pages, which stand beside it. Columns
 * may come in any order, and further ones are allowed.
 */
public final class PageIndex {
    /** Without one of these a page could not be judged, or only by chance. */
    private static final List<String> NEEDED =
            List.of("file", "platform", "outcome", "accept", "url", "http_status", "content_type");

    private final Path file;

    public PageIndex(Path file) {
        this.file = file;
    }

    /**
     * Reads line by line, so that an index may be long.
     *
     * @throws InvalidFile if it is not such a file; then nothing more is handed over
     * @throws UncheckedIOException if the index itself cannot be read
     */
    public void forEach(Consumer<IndexedPage> each) {
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file)) {
            List<String> columns = List.of();
            for (CsvRecord line : lines) {
                if (columns.isEmpty()) {
                    columns = checked(line.getFields());
                } else {
                    each.accept(IndexLine.read(file, line.getStartingLineNumber(), byColumn(columns, line)));
                }
            }
            if (columns.isEmpty()) {
                checked(columns);
            }
        } catch (CsvParseException broken) {
            throw new InvalidFile(
                    file.toString(),
                    "expected CSV, found an error: " + broken.getMessage(),
                    "Correct the quotes there");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> checked(List<String> written) {
        List<String> found = written.stream().map(String::strip).toList();
        List<String> missing = new ArrayList<>(NEEDED);
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            throw new InvalidFile(
                    file + ":1",
                    "expected the columns " + NEEDED + ", found " + found + " without " + missing,
                    "Add a column for each, empty where nothing is known");
        }
        if (NEEDED.stream().anyMatch(column -> Collections.frequency(found, column) > 1)) {
            throw new InvalidFile(file + ":1", "expected every column once, found " + found, "Rename one of them");
        }
        return found;
    }

    private static Map<String, String> byColumn(List<String> columns, CsvRecord line) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), line.getFieldCount()); i++) {
            fields.put(columns.get(i), line.getField(i));
        }
        return fields;
    }
}
