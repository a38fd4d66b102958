package org.lacuna.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lacuna.shared.Spreadsheet;
import org.lacuna.statistics.Days;
import org.lacuna.statistics.GroupedCount;
import org.lacuna.statistics.Survival;

/** The figures of a report as a table: a line for each group of each part. */
final class Figures {
    private static final String PART = "part";
    private static final String COUNT = "count";
    private static final String FEW = "fewer than 5";
    private static final List<String> LASTED =
            List.of("lifted", "inForce", "unknown", "medianLeast", "medianMost", "intervalLeast", "intervalMost");
    private static final List<String> READ =
            List.of("day", "shareLeast", "shareMost", "bandLow", "bandHigh", "atRiskLeast", "atRiskMost");

    private Figures() {}

    /**
     * CSV (RFC 4180) in UTF-8 with a header line: the part, where there are several, the columns counted by, {@code count}, and
     * for durations what is known of them. A cell is empty where its column is not one of the part's, or nothing is known.
     * After the line of a group that has a curve there is one for each day that its drawing names; its {@code count} is empty,
     * so that counts still add up.
     */
    static String csv(Counted counted) {
        List<Line> lines = lines(counted, "");
        boolean parts = lines.stream().map(Line::part).distinct().count() > 1;
        Set<String> columns = new LinkedHashSet<>();
        figures(counted).forEach(figure -> columns.addAll(figure.count().by()));
        boolean lasted = figures(counted).anyMatch(figure -> !figure.curves().isEmpty());
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(Stream.of(
                            parts ? List.of(PART) : List.<String>of(),
                            List.copyOf(columns),
                            List.of(COUNT),
                            lasted ? LASTED : List.<String>of(),
                            lasted ? READ : List.<String>of())
                    .flatMap(List::stream)
                    .toList());
            for (Line line : lines) {
                List<String> cells = new ArrayList<>(parts ? List.of(line.part()) : List.of());
                columns.forEach(
                        column -> cells.add(Spreadsheet.safe(line.values().getOrDefault(column, ""))));
                cells.add(line.count());
                cells.addAll(lasted ? line.lasted() : List.of());
                cells.addAll(lasted ? line.read() : List.of());
                csv.writeRecord(cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can always be written", impossible);
        }
        return text.toString();
    }

    private record Line(
            String part, Map<String, String> values, String count, List<String> lasted, List<String> read) {}

    private static Stream<Figure> figures(Counted counted) {
        return Stream.concat(
                counted.figures().stream(), counted.included().stream().flatMap(Figures::figures));
    }

    private static List<Line> lines(Counted counted, String within) {
        List<Line> lines = new ArrayList<>();
        for (Figure figure : counted.figures()) {
            String name = figure.part().name();
            String part = within + (within.isEmpty() || name.isEmpty() ? name : "/" + name);
            if (figure.curves().isEmpty()) {
                figure.count()
                        .groups()
                        .forEach(group -> lines.add(line(part, figure.count().by(), group)));
            } else {
                figure.curves().forEach(curve -> {
                    lines.add(line(part, curve));
                    curve.readings().forEach((day, reading) -> lines.add(line(part, curve, day, reading)));
                });
            }
        }
        counted.included()
                .forEach(each -> lines.addAll(lines(each, each.report().id())));
        return lines;
    }

    private static Line line(String part, List<String> by, GroupedCount.Group group) {
        Map<String, String> values = new LinkedHashMap<>();
        IntStream.range(0, by.size())
                .forEach(i -> values.put(by.get(i), group.values().get(i)));
        return new Line(part, values, count(group), none(LASTED), none(READ));
    }

    private static Line line(String part, Curve curve, long day, Survival.Reading reading) {
        return new Line(
                part,
                curve.values(),
                "",
                none(LASTED),
                List.of(
                        String.valueOf(day),
                        share(reading.least()),
                        share(reading.most()),
                        share(reading.band().low()),
                        share(reading.band().high()),
                        reading.atRisk()
                                .map(some -> String.valueOf(some.least()))
                                .orElse("0"),
                        reading.atRisk()
                                .map(some -> String.valueOf(some.most()))
                                .orElse("0")));
    }

    /** More places would be noise. */
    private static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }

    private static List<String> none(List<String> columns) {
        return columns.stream().map(any -> "").toList();
    }

    private static Line line(String part, Curve curve) {
        Optional<Survival> survival = curve.survival();
        Optional<Days> median = survival.map(each -> each.median().days());
        Optional<Days> interval = survival.map(each -> each.median().confidence());
        return new Line(
                part,
                curve.values(),
                String.valueOf(curve.size()),
                List.of(
                        String.valueOf(curve.ended()),
                        String.valueOf(curve.lasting()),
                        String.valueOf(curve.unknown()),
                        least(median),
                        most(median),
                        least(interval),
                        most(interval)),
                none(READ));
    }

    private static String least(Optional<Days> days) {
        return days.map(each -> String.valueOf(each.least())).orElse("");
    }

    private static String most(Optional<Days> days) {
        return days.filter(each -> each.most().isPresent())
                .map(each -> String.valueOf(each.most().getAsLong()))
                .orElse("");
    }

    /** How many there are, at least how many, or that it is withheld. */
    static String count(GroupedCount.Group group) {
        return !group.few() ? String.valueOf(group.count()) : group.count() == 0 ? FEW : "at least " + group.count();
    }
}
