package org.lacuna.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.page.Dates;
import org.lacuna.page.Say;
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
            "course.lane.claimed",
            Lane.OBSERVED,
            "course.lane.observed",
            Lane.REPORTED,
            "course.lane.reported",
            Lane.PRESSURE,
            "course.lane.pressure");

    private CourseChart() {}

    /** The chart, unless nothing in the case has a date. */
    static Optional<Chart> of(PublicCase document, List<TimelineRow> rows, Say say) {
        Dates dates = new Dates(say);
        List<Held> held = document.restrictions().stream()
                .map(restriction -> held(restriction, say))
                .toList();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TimelineRow row = rows.get(i);
            marks.add(new Mark(
                    lane(row), i + 1, span(row.date()), dates.words(row.date().edtf()) + ": " + row.label()));
        }
        String title = say.of("course.title");
        Timeline.Labels labels = new Timeline.Labels(
                title,
                say.of(
                                "course.description",
                                "restrictions",
                                say.counted("count.restrictions", held.size()),
                                "lines",
                                say.counted("count.lines", marks.size()))
                        + known(document, say),
                say.of("course.held"),
                LANES.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, lane -> say.of(lane.getValue()))));
        Locale locale = say.language().locale().toLocale();
        LocalDate today = LocalDate.ofInstant(document.lastChanged(), ZoneOffset.UTC);
        return Timeline.draw(held, marks, labels, Chart.WIDE, locale, today)
                .map(wide -> new Chart(
                        ID,
                        title,
                        wide,
                        Timeline.draw(held, marks, labels, Chart.NARROW, locale, today)
                                .orElseThrow(),
                        Stream.of("number", "date", "earliest", "latest", "who", "what")
                                .map(name -> say.of("course." + name))
                                .toList(),
                        table(rows, marks, say)));
    }

    private static List<List<String>> table(List<TimelineRow> rows, List<Mark> marks, Say say) {
        Dates dates = new Dates(say);
        String open = say.of("course.open");
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            PublicDate date = rows.get(i).date();
            table.add(List.of(
                    String.valueOf(i + 1),
                    dates.words(date.edtf()),
                    date.earliest().map(LocalDate::toString).orElse(open),
                    date.latest().map(LocalDate::toString).orElse(open),
                    say.of(LANES.get(marks.get(i).lane())),
                    rows.get(i).label()));
        }
        return table;
    }

    private static Held held(PublicCase.Restriction restriction, Say say) {
        Optional<Span> until = restriction.lifts().stream()
                .filter(lift -> lift.extent().equals("full"))
                .findFirst()
                .map(lift -> span(lift.date()));
        PublicCase.Latency latency = restriction.latencyDays();
        return new Held(
                span(restriction.imposed()),
                until,
                latency.asOf(),
                say.word("measure", restriction.measure()) + ", " + say.scope(restriction.scope()) + ": "
                        + say.held(
                                restriction.state(), latency.min(), latency.max(), latency.censored(), latency.asOf()));
    }

    /** Until when it is known that something was in force, for whoever cannot see where its bar ends. */
    private static String known(PublicCase document, Say say) {
        return document.restrictions().stream()
                .flatMap(restriction -> restriction.latencyDays().asOf().stream())
                .max(Comparator.naturalOrder())
                .map(day -> " " + say.of("course.until", "day", say.day(day)))
                .orElse("");
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
