package org.lacuna.page.chart;

import java.util.List;
import org.lacuna.page.chart.Drawing.Anchor;

/**
 * Counts in columns along time: the whole of each column is a frame, the part of it that came back is filled from below, so
 * that both can be told apart in one colour.
 */
public final class Columns {
    private static final double HIGH = 150;
    private static final double TOP = 34;
    private static final double LEFT = 34;
    private static final double BOTTOM = 26;
    private static final double LABEL = 46;

    private Columns() {}

    /**
     * One column.
     *
     * @param label what it counts, such as a month
     * @param all how many there are
     * @param part how many of them came back
     */
    public record Column(String label, long all, long part) {
        public Column {
            if (part < 0 || part > all) {
                throw new IllegalArgumentException("expected a part of " + all + ", found " + part);
            }
        }
    }

    /**
     * Draws them, in their order.
     *
     * @param all name of the whole, such as {@code recorded}
     * @param part name of the part, such as {@code lifted in full}
     * @return one SVG element
     */
    public static String draw(
            List<Column> columns, String title, String description, String all, String part, double width) {
        Drawing drawing = new Drawing(width, title, description);
        long most = Math.max(1, columns.stream().mapToLong(Column::all).max().orElse(1));
        long step = step(most);
        long top = (most + step - 1) / step * step;
        double floor = TOP + HIGH;
        drawing.rectangle(LEFT, 8, 12, 12, Ink.LOSS.outline(1.5))
                .text(LEFT + 18, 18, Drawing.SMALL, Ink.QUIET, Anchor.START, all);
        double second = LEFT + 18 + Letters.width(all, Drawing.SMALL) + 18;
        drawing.rectangle(second, 8, 12, 12, Ink.BACK.fill())
                .text(second + 18, 18, Drawing.SMALL, Ink.QUIET, Anchor.START, part);
        for (long line = 0; line <= top; line += step) {
            double y = floor - HIGH * line / top;
            drawing.line(LEFT, y, width, y, line == 0 ? Ink.TEXT : Ink.RULE, 1);
            drawing.text(LEFT - 6, y + 4, Drawing.SMALL, Ink.QUIET, Anchor.END, String.valueOf(line));
        }
        double room = (width - LEFT) / Math.max(1, columns.size());
        long every = Math.max(1, (long) Math.ceil(LABEL / room));
        for (int i = 0; i < columns.size(); i++) {
            Column each = columns.get(i);
            double x = LEFT + room * i + room * 0.14;
            double wide = Math.max(1.5, room * 0.72);
            drawing.begin(each.label() + ": " + each.all() + " " + all + ", " + each.part() + " " + part);
            double high = HIGH * each.all() / top;
            if (each.all() > 0) {
                drawing.rectangle(x, floor - high, wide, high, Ink.LOSS.outline(1.5));
            }
            double back = HIGH * each.part() / top;
            drawing.rectangle(x, floor - back, wide, back, Ink.BACK.fill());
            drawing.end();
            if (i % every == 0) {
                double middle = Math.min(x + wide / 2, width - Letters.width(each.label(), Drawing.SMALL) / 2);
                drawing.text(middle, floor + 17, Drawing.SMALL, Ink.QUIET, Anchor.MIDDLE, each.label());
            }
        }
        return drawing.svg(floor + BOTTOM);
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
