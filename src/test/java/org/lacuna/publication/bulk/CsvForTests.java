package org.lacuna.publication.bulk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV whole, the line of names first. */
final class CsvForTests {
    private CsvForTests() {}

    static List<List<String>> read(String text) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new StringReader(text))) {
            reader.forEach(line -> lines.add(line.getFields()));
        }
        return lines;
    }
}
