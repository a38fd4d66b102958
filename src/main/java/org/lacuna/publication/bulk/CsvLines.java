package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Some rows of a table as CSV (RFC 4180), column for column as the bulk files have them. */
public final class CsvLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Table table;

    private CsvLines(Table table) {
        this.table = table;
    }

    /**
     * One row a case.
     *
     * @param bodies documents of cases
     * @param named whether the line of names comes first
     */
    public static byte[] cases(List<byte[]> bodies, boolean named) {
        List<Line> lines = new ArrayList<>(bodies.size());
        try {
            for (byte[] body : bodies) {
                lines.add(Line.of(Skim.of(body)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored document does not read as JSON", broken);
        }
        return new CsvLines(CaseTables.cases()).of(lines, named);
    }

    /**
     * One row an incident.
     *
     * @param bodies documents of incidents
     * @param named whether the line of names comes first
     */
    public static byte[] incidents(List<byte[]> bodies, boolean named) {
        List<Line> lines = new ArrayList<>(bodies.size());
        try {
            for (byte[] body : bodies) {
                lines.add(Line.of(JSON.readTree(body)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored document does not read as JSON", broken);
        }
        return new CsvLines(ListTables.incidents()).of(lines, named);
    }

    /** One row a platform. */
    public static CsvLines platforms() {
        return new CsvLines(ListTables.platforms());
    }

    /** One row a definition alert. */
    public static CsvLines alerts() {
        return new CsvLines(ListTables.alerts());
    }

    /** One row a change. */
    public static CsvLines changes() {
        return new CsvLines(ListTables.changes());
    }

    /** One row a line of a timeline. */
    public static CsvLines entries() {
        return new CsvLines(LineTables.entries());
    }

    /** One row an observation. */
    public static CsvLines observations() {
        return new CsvLines(LineTables.observations());
    }

    /**
     * What a row is made of.
     *
     * @param document of the case, or as much of it as the table's columns ask for
     * @param item the document itself, or the line
     * @param position of the line in its timeline, from 1
     */
    public record Line(JsonNode document, JsonNode item, int position) {
        /** A whole item. */
        public static Line of(JsonNode item) {
            return new Line(item, item, 1);
        }
    }

    /** @param named whether the line of names comes first */
    public byte[] of(List<Line> lines, boolean named) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvFile csv = new CsvFile(table.columns(), bytes, named)) {
            lines.forEach(line -> csv.write(new Row(line.document, line.item, line.position), new byte[0]));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written to", impossible);
        }
        return bytes.toByteArray();
    }
}
