package org.lacuna.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacuna.page.Spans;
import org.lacuna.page.Words;
import org.lacuna.page.chart.Chart;
import org.lacuna.page.chart.Span;
import org.lacuna.page.chart.Timeline;
import org.lacuna.page.chart.Timeline.Held;
import org.lacuna.page.chart.Timeline.Lane;
import org.lacuna.page.chart.Timeline.Mark;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicDate;

/** The course of a case as a chart. */
final class CourseChart {
    /** Part of the file names. */
    static final String ID = "course";

    private static final Map<Lane, String> LANES = Map.of(
            Lane.CLAIMED,
            "Claimed",
            Lane.OBSERVED,
            "Observed by our crawler",
            Lane.REPORTED,
            "Told to us",
            Lane.PRESSURE,
            "Pressure on people");

    private CourseChart() {}

    /** The chart, unless nothing in the case has a date. */
    static Optional<Chart> of(PublicCase document, List<TimelineRow> rows) {
        List<Held> held =
                document.restrictions().stream().map(CourseChart::held).toList();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TimelineRow row = rows.get(i);
            marks.add(new Mark(lane(row), i + 1, span(row.date()), row.date().words() + ": " + row.label()));
        }
        String title = "The course of the case, to scale";
        Timeline.Labels labels = new Timeline.Labels(
                title,
                Words.counted(held.size(), "restriction", "restrictions") + " as bars and "
                        + Words.counted(marks.size(), "line", "lines")
                        + " of the record as numbered marks, by who says so. A dashed frame is the time in which something"
                        + " lies whose day is not known.",
                "Restricted",
                LANES);
        LocalDate today = LocalDate.ofInstant(document.lastChanged(), java.time.ZoneOffset.UTC);
        return Timeline.draw(held, marks, labels, Chart.WIDE, Locale.ENGLISH, today)
                .map(wide -> new Chart(
                        ID,
                        title,
                        wide,
                        Timeline.draw(held, marks, labels, Chart.NARROW, Locale.ENGLISH, today)
                                .orElseThrow(),
                        List.of("No.", "Date", "Earliest", "Latest", "Who says so", "What"),
                        table(rows, marks)));
    }

    private static List<List<String>> table(List<TimelineRow> rows, List<Mark> marks) {
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            PublicDate date = rows.get(i).date();
            table.add(List.of(
                    String.valueOf(i + 1),
                    date.words(),
                    date.earliest().map(LocalDate::toString).orElse("open"),
                    date.latest().map(LocalDate::toString).orElse("open"),
                    LANES.get(marks.get(i).lane()),
                    rows.get(i).label()));
        }
        return table;
    }

    private static Held held(PublicCase.Restriction restriction) {
        Optional<Span> until = restriction.lifts().stream()
                .filter(lift -> lift.extent().equals("full"))
                .findFirst()
                .map(lift -> span(lift.date()));
        PublicCase.Latency latency = restriction.latencyDays();
        return new Held(
                span(restriction.imposed()),
                until,
                restriction.state().equals("in-force") || restriction.state().equals("partly-lifted"),
                Words.measure(restriction.measure()) + ", " + Words.scope(restriction.scope()) + ": "
                        + Spans.held(
                                restriction.state(), latency.min(), latency.max(), latency.censored(), latency.asOf()));
    }

    private static Lane lane(TimelineRow row) {
        return switch (row.type()) {
            case "observation" -> Lane.OBSERVED;
            case "testimony" -> Lane.REPORTED;
            case "pressure" -> Lane.PRESSURE;
            default -> Lane.CLAIMED;
        };
    }

    private static Span span(PublicDate date) {
        return new Span(date.earliest(), date.latest());
    }
}
