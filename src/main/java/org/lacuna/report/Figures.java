package org.lacuna.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lacuna.statistics.GroupedCount;

/** The figures of a report for machines. */
final class Figures {
    private static final String COUNT = "count";

    private Figures() {}

    /** CSV (RFC 4180) in UTF-8 with a header line: the columns counted by, then {@code count}. */
    static String csv(Counted counted) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            List<String> header = new ArrayList<>(counted.report().countBy());
            header.add(COUNT);
            csv.writeRecord(header);
            for (GroupedCount.Group group : counted.count().groups()) {
                List<String> line = new ArrayList<>(
                        group.values().stream().map(Figures::harmless).toList());
                line.add(String.valueOf(group.count()));
                csv.writeRecord(line);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can always be written", impossible);
        }
        return text.toString();
    }

    /** The same with what it means: the question, the limits, the denominator. */
    static Map<String, Object> json(Counted counted) {
        Report report = counted.report();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", report.id());
        json.put("title", report.title());
        json.put("question", report.question());
        json.put("limits", report.limits());
        json.put("counted", counted.counted().toString());
        json.put("countBy", report.countBy());
        json.put("total", counted.count().total());
        json.put(
                "groups",
                counted.count().groups().stream()
                        .map(group -> row(report.countBy(), group))
                        .toList());
        return json;
    }

    private static Map<String, Object> row(List<String> columns, GroupedCount.Group group) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), group.values().get(i));
        }
        row.put(COUNT, group.count());
        return row;
    }

    /** A spreadsheet would take a text that begins like this for a formula and run it. */
    static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + text : text;
    }
}
