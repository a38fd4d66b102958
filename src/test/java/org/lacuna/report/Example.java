package org.lacuna.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.counts.Dimension;
import org.lacuna.publication.counts.Latencies;
import org.lacuna.publication.data.DataSet;
import org.lacuna.shared.Word;
import org.lacuna.statistics.CrossCount;
import org.lacuna.statistics.CrossCount.Combination;
import org.lacuna.statistics.GroupedCount;
import org.lacuna.statistics.Lasted;
import org.lacuna.statistics.Sample;
import org.lacuna.statistics.Survival;

/** An {@code example.json} as the report would be counted from it. What is included comes from its own example. */
final class Example {
    static final Path FOLDERS = Path.of("reports");

    private final Reports reports;
    private final ObjectMapper json = new ObjectMapper();

    Example(Reports reports) {
        this.reports = reports;
    }

    /** @param without so many of the last rows of each part are left out */
    Counted read(String id, int without) throws IOException {
        return read(reports.find(id).orElseThrow(), without);
    }

    private Counted read(Report report, int without) throws IOException {
        JsonNode example = json.readTree(
                FOLDERS.resolve(report.id()).resolve("example.json").toFile());
        Map<String, String> platforms = new LinkedHashMap<>();
        example.get("platforms")
                .properties()
                .forEach(each -> platforms.put(each.getKey(), each.getValue().asText()));
        List<Figure> figures = new ArrayList<>();
        for (Part part : report.parts()) {
            JsonNode of = part.name().isEmpty() ? example : example.get("parts").get(part.name());
            List<JsonNode> rows =
                    StreamSupport.stream(of.get("rows").spliterator(), false).toList();
            figures.add(figure(part, rows.subList(0, Math.max(0, rows.size() - without))));
        }
        List<Counted> included = new ArrayList<>();
        for (String id : report.includes()) {
            included.add(read(reports.find(id).orElseThrow().within(report), 0));
        }
        return new Counted(
                report,
                LocalDate.parse(example.get("day").asText()),
                example.get("sequence").asLong(),
                platforms,
                figures,
                included);
    }

    private static Figure figure(Part part, List<JsonNode> rows) {
        if (part.data().kind() == DataSet.Kind.DURATIONS) {
            return CountReport.durations(part, latencies(part, rows));
        }
        List<String> by = part.question().by();
        GroupedCount count = GroupedCount.of(
                by,
                rows.stream()
                        .map(row -> new Combination(values(by, row), count(row)))
                        .toList());
        return Figure.of(part, part.data().persons() ? count.withholdingBelow(DataSet.LEAST_PERSONS) : count);
    }

    private static Latencies latencies(Part part, List<JsonNode> rows) {
        List<String> by = new ArrayList<>(part.question().by());
        if (!by.contains("verification")) {
            by.add(0, "verification");
        }
        Map<List<Optional<String>>, Map<Lasted, Long>> samples = new TreeMap<>(CrossCount::compare);
        for (JsonNode row : rows) {
            CrossCount.tuples(values(by, row))
                    .forEach(values -> samples.computeIfAbsent(values, any -> new TreeMap<>(Sample.ORDER))
                            .merge(lasted(row), count(row), Long::sum));
        }
        List<Latencies.Group> groups = new ArrayList<>();
        samples.forEach((values, counts) ->
                groups.add(new Latencies.Group(values, new Sample(counts), Survival.of(new Sample(counts)))));
        return new Latencies(
                by.stream()
                        .map(word -> Word.of(Dimension.class, word).orElseThrow())
                        .toList(),
                CaseFilter.all(),
                0,
                Map.of(),
                groups);
    }

    private static Lasted lasted(JsonNode row) {
        long least = row.path("least").asLong();
        return switch (row.get("lasted").asText()) {
            case "ended" ->
                Lasted.ended(
                        least, row.has("most") ? OptionalLong.of(row.get("most").asLong()) : OptionalLong.empty());
            case "lasting" -> Lasted.lasting(least);
            default -> Lasted.unknown();
        };
    }

    private static List<List<String>> values(List<String> by, JsonNode row) {
        List<List<String>> values = new ArrayList<>();
        for (String column : by) {
            JsonNode value = row.get(column);
            if (value == null) {
                throw new IllegalArgumentException("expected the column " + column + " in " + row);
            }
            List<String> all = new ArrayList<>();
            if (value.isArray()) {
                value.forEach(each -> all.add(each.asText()));
            } else {
                all.add(value.asText());
            }
            values.add(all);
        }
        return values;
    }

    private static long count(JsonNode row) {
        return row.path("count").asLong(1);
    }
}
