package org.lacuna.page.chart;

import java.util.List;
import org.lacuna.page.chart.Drawing.Anchor;
import org.lacuna.page.language.Texts;

/**
 * Two counts side by side along time: the first is a frame, the second is filled, so that they can be told apart in one
 * colour.
 */
public final class Columns {
    private static final double HIGH = 150;
    private static final double TOP = 34;
    private static final double LEFT = 34;
    private static final double BOTTOM = 26;
    private static final double GAP = 10;
    private static final double LEGEND = 18;

    private Columns() {}

    /**
     * The counts of one month or year.
     *
     * @param label its name in words
     * @param tick the same where there is little room
     */
    public record Column(String label, String tick, long first, long second) {}

    /**
     * Words that stand in the drawing.
     *
     * @param first name of the framed counts
     * @param second name of the filled ones
     */
    public record Labels(String title, String description, String first, String second) {}

    /**
     * Draws them, in their order.
     *
     * @param say writes the numbers
     * @return one SVG element
     */
    public static String draw(List<Column> columns, Labels labels, Texts say, double width) {
        Drawing drawing = new Drawing(width, labels.title(), labels.description());
        long most = Math.max(
                1,
                columns.stream()
                        .mapToLong(each -> Math.max(each.first(), each.second()))
                        .max()
                        .orElse(1));
        long step = step(most);
        long top = (most + step - 1) / step * step;
        double left = Math.max(LEFT, Letters.width(say.count(top), Drawing.SMALL) + GAP);
        double floor = legend(drawing, labels, left, width) + HIGH;
        for (long line = 0; line <= top; line += step) {
            double y = floor - HIGH * line / top;
            drawing.line(left, y, width, y, line == 0 ? Ink.TEXT : Ink.RULE, 1);
            drawing.text(left - 6, y + 4, Drawing.SMALL, Ink.QUIET, Anchor.END, say.count(line));
        }
        double room = (width - left) / Math.max(1, columns.size());
        double widest = columns.stream()
                .mapToDouble(each -> Letters.width(each.tick(), Drawing.SMALL))
                .max()
                .orElse(0);
        long every = Math.max(1, (long) Math.ceil((widest + GAP) / room));
        for (int i = 0; i < columns.size(); i++) {
            Column each = columns.get(i);
            double middle = left + room * (i + .5);
            double wide = Math.max(1.5, room * .36);
            drawing.begin(each.label() + ": " + labels.first() + " " + say.count(each.first()) + ", " + labels.second()
                    + " " + say.count(each.second()));
            if (each.first() > 0) {
                double high = HIGH * each.first() / top;
                drawing.rectangle(middle - wide, floor - high, wide, high, Ink.LOSS.outline(1.5));
            }
            if (each.second() > 0) {
                double high = HIGH * each.second() / top;
                drawing.rectangle(middle, floor - high, wide, high, Ink.BACK.fill());
            }
            drawing.end();
            if (i % every == 0) {
                double half = Letters.width(each.tick(), Drawing.SMALL) / 2;
                drawing.text(
                        Math.max(half, Math.min(middle, width - half)),
                        floor + 17,
                        Drawing.SMALL,
                        Ink.QUIET,
                        Anchor.MIDDLE,
                        each.tick());
            }
        }
        return drawing.svg(floor + BOTTOM);
    }

    /** The names of both, on two lines where one is too narrow; returns where the columns may begin. */
    private static double legend(Drawing drawing, Labels labels, double left, double width) {
        drawing.rectangle(left, 8, 12, 12, Ink.LOSS.outline(1.5))
                .text(left + 18, 18, Drawing.SMALL, Ink.QUIET, Anchor.START, labels.first());
        double beside = left + 18 + Letters.width(labels.first(), Drawing.SMALL) + 18;
        boolean fits = beside + 18 + Letters.width(labels.second(), Drawing.SMALL) <= width;
        double x = fits ? beside : left;
        double y = fits ? 8 : 8 + LEGEND;
        drawing.rectangle(x, y, 12, 12, Ink.BACK.fill())
                .text(x + 18, y + 10, Drawing.SMALL, Ink.QUIET, Anchor.START, labels.second());
        return fits ? TOP : TOP + LEGEND;
    }

    /** 1, 2 or 5 times a power of ten, so that there are at most five lines. */
    static long step(long most) {
        for (long power = 1; ; power *= 10) {
            for (long factor : new long[] {1, 2, 5}) {
                if (most <= 5 * factor * power) {
                    return factor * power;
                }
            }
        }
    }
}
