package org.lacuna.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.page.Say;
import org.lacuna.page.chart.Chart;
import org.lacuna.page.chart.Standing;
import org.lacuna.page.chart.Standing.Column;
import org.lacuna.page.chart.Standing.Row;
import org.lacuna.page.chart.Standing.Shape;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicIncident.CaseLine;

/** Who was hit in an incident, and where each stands, as a matrix. */
final class StandingChart {
    /** Part of the file names. */
    static final String ID = "standing";

    /** More rows than these are no picture any more; the table has all. */
    private static final int MOST = 40;

    private static final Map<String, Shape> SHAPES = shapes();
    private static final List<String> ALWAYS = List.of("restricted", "restored");

    private StandingChart() {}

    private static Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("restricted", Shape.FULL);
        shapes.put("partially-restored", Shape.HALF);
        shapes.put("restored", Shape.HOLLOW);
        shapes.put("ended-otherwise", Shape.DASH);
        shapes.put("unknown", Shape.DOTTED);
        return shapes;
    }

    /** The matrix; empty for one case alone, which the table says better. */
    static Optional<Chart> of(List<CaseLine> cases, Say say) {
        if (cases.size() < 2) {
            return Optional.empty();
        }
        List<String> statuses = SHAPES.keySet().stream()
                .filter(status -> ALWAYS.contains(status)
                        || cases.stream().anyMatch(each -> each.status().equals(status)))
                .toList();
        List<Column> columns = statuses.stream()
                .map(status -> new Column(say.word("status", status), SHAPES.get(status)))
                .toList();
        List<CaseLine> drawn = cases.subList(0, Math.min(MOST, cases.size()));
        List<Row> rows = drawn.stream()
                .map(each -> new Row(
                        each.subject().name(),
                        statuses.indexOf(each.status()),
                        each.subject().name() + ": " + say.word("status", each.status()) + ", " + lasted(each, say)))
                .toList();
        String title = say.of("standing.title");
        String counts = statuses.stream()
                .map(status -> say.word("status", status) + ": "
                        + cases.stream()
                                .filter(each -> each.status().equals(status))
                                .count())
                .collect(Collectors.joining(", "));
        String description =
                say.of("standing.of", "statuses", counts, "cases", say.counted("count.cases", cases.size()))
                        + (drawn.size() < cases.size() ? " " + say.of("standing.first", "count", MOST) : "");
        String all = drawn.size() < cases.size()
                ? say.of("standing.these", "count", MOST)
                : say.of("standing.all", "count", cases.size());
        return Optional.of(new Chart(
                ID,
                title,
                Standing.draw(columns, rows, title, description, all, Chart.WIDE),
                Standing.draw(columns, rows, title, description, all, Chart.NARROW),
                List.of(
                        say.of("incident.who"),
                        say.of("platforms.platform"),
                        say.of("platform.status"),
                        say.of("case.checked"),
                        say.of("case.reversal")),
                table(cases, say)));
    }

    private static List<List<String>> table(List<CaseLine> cases, Say say) {
        List<List<String>> table = new ArrayList<>();
        cases.forEach(each -> table.add(List.of(
                each.subject().name(),
                each.platform().name(),
                say.word("status", each.status()),
                say.word("verification", each.verification()),
                lasted(each, say))));
        return table;
    }

    private static String lasted(CaseLine each, Say say) {
        return each.restrictions().stream()
                .map(restriction -> lasted(restriction, say))
                .collect(Collectors.joining("; "));
    }

    private static String lasted(PublicCase.Restriction restriction, Say say) {
        PublicCase.Latency days = restriction.latencyDays();
        return say.held(restriction.state(), days.min(), days.max(), days.censored(), days.asOf());
    }
}
