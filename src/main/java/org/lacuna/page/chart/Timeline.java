package org.lacuna.page.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lacuna.page.chart.Drawing.Anchor;

/**
 * The course of a case, to scale. Restrictions are bars from when they were imposed to when they were lifted; each line of
 * the record is a mark in the lane of whoever says so, and the marks of lanes differ in shape. A date that is uncertain is
 * drawn as the span in which it lies, never as a point. What is not lifted is solid as far as there are lines; from there to
 * the day until which it is known not to be lifted it is a faint frame, since nothing was recorded of that time.
 */
public final class Timeline {
    /** Beyond this nobody could read the numbers; marks become strokes. */
    private static final int NUMBERED = 60;

    private static final double MARK = LaneMarks.SIZE;
    private static final double ROW = 22;
    private static final int MOST_ROWS = 9;
    private static final int MOST_BARS = 12;
    private static final double BAR = 18;
    private static final double AXIS = 30;

    private Timeline() {}

    /** Who says so. */
    public enum Lane {
        CLAIMED,
        OBSERVED,
        REPORTED,
        PRESSURE
    }

    /**
     * A restriction.
     *
     * @param until when it was lifted in full; empty if that is not recorded
     * @param known the day until which it was in force as far as is known; empty if nobody knows that
     * @param says the bar in words
     */
    public record Held(Span from, Optional<Span> until, Optional<LocalDate> known, String says) {
        /** Whether it is not lifted, as far as is known. */
        boolean goesOn() {
            return until.isEmpty() && known.isPresent();
        }
    }

    /**
     * A line of the record.
     *
     * @param number it has in the list beside the chart
     * @param says the line in words
     */
    public record Mark(Lane lane, int number, Span when, String says) {}

    /**
     * Words that stand in the drawing.
     *
     * @param held name of the lane of restrictions
     */
    public record Labels(String title, String description, String held, Map<Lane, String> lanes) {}

    /**
     * Draws it.
     *
     * @param width in units of the drawing
     * @return one SVG element, or none if nothing has a date
     */
    public static Optional<String> draw(
            List<Held> held, List<Mark> marks, Labels labels, double width, Locale locale, LocalDate today) {
        List<Span> spans = Stream.concat(
                        marks.stream().map(Mark::when),
                        held.stream().flatMap(each -> Stream.concat(Stream.of(each.from()), each.until().stream())))
                .toList();
        List<LocalDate> days = spans.stream()
                .flatMap(span -> Stream.concat(span.earliest().stream(), span.latest().stream()))
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = days.get(days.size() - 1);
        LocalDate known = held.stream()
                .filter(Held::goesOn)
                .flatMap(each -> each.known().stream())
                .max(Comparator.naturalOrder())
                .orElse(last);
        TimeAxis axis = known.isAfter(last)
                ? new TimeAxis(days.get(0).minusDays(margin(days.get(0), known)), known, MARK, right(width), locale)
                : axis(days.get(0), last, width, locale, today);
        return Optional.of(new Sheet(held, marks, labels, width, axis, last).svg());
    }

    private static TimeAxis axis(LocalDate first, LocalDate last, double width, Locale locale, LocalDate today) {
        long margin = margin(first, last);
        LocalDate end = last.plusDays(margin);
        return new TimeAxis(
                first.minusDays(margin),
                end.isAfter(today) && today.isAfter(last) ? today : end,
                MARK,
                right(width),
                locale);
    }

    private static long margin(LocalDate first, LocalDate last) {
        return Math.max(1, Math.max(first.until(last, ChronoUnit.DAYS), 6) / 16);
    }

    private static double right(double width) {
        return width - MARK - 2;
    }

    private static final class Sheet {
        private final List<Held> held;
        private final List<Mark> marks;
        private final Labels labels;
        private final TimeAxis axis;
        private final double width;
        private final Drawing drawing;
        private final LocalDate recorded;
        private final List<Integer> bars;
        private double y = 4;

        /** @param recorded the last day of which the record has a line */
        Sheet(List<Held> held, List<Mark> marks, Labels labels, double width, TimeAxis axis, LocalDate recorded) {
            this.held = held;
            this.marks = marks;
            this.labels = labels;
            this.width = width;
            this.axis = axis;
            this.recorded = recorded;
            this.drawing = new Drawing(width, labels.title(), labels.description());
            this.bars = bars();
        }

        String svg() {
            double top = y;
            double height = height();
            for (TimeAxis.Tick tick : axis.ticks()) {
                // names of lanes stand at the left, so no line begins there
                drawing.line(tick.x(), tick.x() < 70 ? height - AXIS : top, tick.x(), height - AXIS + 4, Ink.RULE, 1);
                Anchor anchor = tick.x() > width - 40 ? Anchor.END : tick.x() < 40 ? Anchor.START : Anchor.MIDDLE;
                drawing.text(tick.x(), height - 8, Drawing.SMALL, Ink.QUIET, anchor, tick.label());
            }
            drawing.line(0, height - AXIS + 4, width, height - AXIS + 4, Ink.TEXT, 1);
            if (!held.isEmpty()) {
                name(labels.held());
                for (int i = 0; i < held.size(); i++) {
                    bar(held.get(i), y + bars.get(i) * BAR);
                }
                y += Rows.count(bars) * BAR + 10;
            }
            for (Lane lane : Lane.values()) {
                lane(lane);
            }
            return drawing.svg(height);
        }

        private double height() {
            double high = y + (held.isEmpty() ? 0 : 20 + Rows.count(bars) * BAR + 10);
            for (Lane lane : Lane.values()) {
                List<Mark> mine = of(lane);
                high += mine.isEmpty() ? 0 : 20 + deep(mine) * ROW + 8;
            }
            return high + AXIS;
        }

        private List<Mark> of(Lane lane) {
            return marks.stream().filter(mark -> mark.lane() == lane).toList();
        }

        private void name(String lane) {
            drawing.bold(0, y + 13, Drawing.SMALL, Ink.QUIET, Anchor.START, lane);
            y += 20;
        }

        /** Certain days are solid; at an end whose day is not known, or of which nothing is recorded, the bar is an open frame. */
        private void bar(Held each, double top) {
            double begins = each.from().latest().map(axis::x).orElse(axis.left());
            double perhaps = each.from().earliest().map(axis::x).orElse(axis.left());
            double ends = each.until()
                    .map(until -> until.earliest().map(axis::x).orElse(begins))
                    .orElseGet(() -> each.known()
                            .map(known -> axis.x(known.isBefore(recorded) ? known : recorded))
                            .orElse(begins));
            double atMost = each.until()
                    .map(until -> until.latest().map(axis::x).orElse(axis.right()))
                    .orElseGet(() -> each.known().map(axis::x).orElse(axis.right()));
            drawing.begin(each.says());
            frame(perhaps, begins, top);
            frame(Math.max(begins, ends), atMost, top);
            if (each.goesOn()) {
                drawing.rectangle(begins, top, atMost - begins, 12, Ink.LOSS.fill() + " fill-opacity=\".18\"");
            }
            drawing.rectangle(begins, top, Math.max(3, ends - begins), 12, Ink.LOSS.fill());
            if (each.goesOn()) {
                drawing.path(
                        "M" + Drawing.number(Math.max(begins, atMost)) + " " + Drawing.number(top - 2) + "l9 8l-9 8z",
                        atMost > ends + 0.5 ? Ink.LOSS.outline(1) : Ink.LOSS.fill());
            }
            drawing.end();
        }

        private void frame(double from, double to, double top) {
            if (to > from + 0.5) {
                drawing.rectangle(from, top + 0.5, to - from, 11, Ink.LOSS.outline(1) + " stroke-dasharray=\"3 2\"");
            }
        }

        /** A few have a row each, which reads best; many share rows. */
        private List<Integer> bars() {
            if (held.size() <= MOST_BARS) {
                return IntStream.range(0, held.size()).boxed().toList();
            }
            return Rows.of(
                    held.stream()
                            .map(each -> new Rows.Extent(
                                    each.from().earliest().map(axis::x).orElse(axis.left()),
                                    3
                                            + each.until()
                                                    .flatMap(Span::latest)
                                                    .map(axis::x)
                                                    .orElse(axis.right())))
                            .toList(),
                    MOST_BARS);
        }

        private void lane(Lane lane) {
            List<Mark> mine = of(lane);
            if (mine.isEmpty()) {
                return;
            }
            name(labels.lanes().get(lane));
            if (marks.size() > NUMBERED) {
                strokes(mine);
                y += ROW + 8;
                return;
            }
            List<Integer> rows = rows(mine);
            for (int i = 0; i < mine.size(); i++) {
                mark(mine.get(i), y + rows.get(i) * ROW + MARK + 1);
            }
            y += deep(mine) * ROW + 8;
        }

        private void mark(Mark mark, double middle) {
            double from = left(mark);
            double to = right(mark);
            drawing.begin(mark.number() + ". " + mark.says());
            if (!mark.when().exact()) {
                drawing.rectangle(
                        from,
                        middle - 5,
                        Math.max(4, to - from),
                        10,
                        LaneMarks.ink(mark.lane()).outline(1.25) + " stroke-dasharray=\"3 2\"");
            }
            LaneMarks.draw(drawing, mark.lane(), (from + to) / 2, middle);
            drawing.bold((from + to) / 2, middle + 4, 10, Ink.TEXT, Anchor.MIDDLE, String.valueOf(mark.number()));
            drawing.end();
        }

        /** Hundreds of marks: one stroke for each place where there is any, spans as long strokes in the middle. */
        private void strokes(List<Mark> mine) {
            double middle = y + MARK + 1;
            StringBuilder strokes = new StringBuilder();
            mine.stream()
                    .map(mark -> Math.round(left(mark)) + " " + Math.round(right(mark)))
                    .distinct()
                    .map(each -> each.split(" "))
                    .forEach(ends -> strokes.append(
                            ends[0].equals(ends[1])
                                    ? "M" + ends[0] + " " + Drawing.number(middle - MARK) + "v"
                                            + Drawing.number(2 * MARK)
                                    : "M" + ends[0] + " " + Drawing.number(middle) + "H" + ends[1]));
            drawing.path(strokes.toString(), LaneMarks.ink(mine.get(0).lane()).stroke(1));
        }

        private double left(Mark mark) {
            return mark.when().earliest().map(axis::x).orElse(axis.left());
        }

        private double right(Mark mark) {
            return mark.when().latest().map(axis::x).orElse(axis.right());
        }

        private int deep(List<Mark> lane) {
            return marks.size() > NUMBERED ? 1 : Rows.count(rows(lane));
        }

        private List<Integer> rows(List<Mark> lane) {
            return Rows.of(
                    lane.stream()
                            .map(mark -> {
                                double middle = (left(mark) + right(mark)) / 2;
                                return new Rows.Extent(
                                        Math.min(left(mark), middle - MARK - 3),
                                        Math.max(right(mark), middle + MARK + 3));
                            })
                            .toList(),
                    MOST_ROWS);
        }
    }
}
