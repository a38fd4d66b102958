package org.lacuna.page.chart;

import java.util.List;
import org.lacuna.page.chart.Drawing.Anchor;
import org.lacuna.page.language.Texts;

/** Counts of pairs as circles whose area is the count, with the number in or beside each. */
public final class Matrix {
    private static final double CELL = 44;
    private static final double HEAD = 26;

    private Matrix() {}

    /**
     * One row.
     *
     * @param counts one for each column
     */
    public record Row(String name, List<Long> counts) {}

    /**
     * Draws it. Columns are numbered in the drawing and named below it, so that long names fit a hand.
     *
     * @param say writes the numbers
     * @return one SVG element
     */
    public static String draw(
            List<String> columns, List<Row> rows, String title, String description, Texts say, double width) {
        Drawing drawing = new Drawing(width, title, description);
        double names = Math.min(width * .36, 220);
        double wide = Math.min(CELL * 1.6, (width - names) / Math.max(1, columns.size()));
        long most = Math.max(
                1,
                rows.stream()
                        .flatMap(row -> row.counts().stream())
                        .max(Long::compare)
                        .orElse(1L));
        for (int i = 0; i < columns.size(); i++) {
            drawing.bold(names + wide * (i + .5), 16, Drawing.SMALL, Ink.QUIET, Anchor.MIDDLE, String.valueOf(i + 1));
        }
        double y = HEAD;
        for (Row row : rows) {
            drawing.line(0, y, width, y, Ink.RULE, 1);
            drawing.text(
                    0,
                    y + CELL / 2 + 4,
                    Drawing.SMALL,
                    Ink.TEXT,
                    Anchor.START,
                    Letters.cut(row.name(), Drawing.SMALL, names - 8));
            for (int i = 0; i < columns.size(); i++) {
                long count = row.counts().get(i);
                if (count > 0) {
                    double radius = Math.max(3, Math.min(wide, CELL) * .46 * Math.sqrt(count / (double) most));
                    double x = names + wide * (i + .5);
                    drawing.begin(row.name() + ", " + columns.get(i) + ": " + say.count(count))
                            .circle(x, y + CELL / 2, radius, Ink.SEEN.fill() + " fill-opacity=\".25\"")
                            .bold(x, y + CELL / 2 + 4, Drawing.SMALL, Ink.TEXT, Anchor.MIDDLE, say.count(count))
                            .end();
                }
            }
            y += CELL;
        }
        drawing.line(0, y, width, y, Ink.RULE, 1);
        y += 8;
        for (int i = 0; i < columns.size(); i++) {
            y += 18;
            drawing.bold(0, y, Drawing.SMALL, Ink.QUIET, Anchor.START, String.valueOf(i + 1))
                    .text(
                            20,
                            y,
                            Drawing.SMALL,
                            Ink.QUIET,
                            Anchor.START,
                            Letters.cut(columns.get(i), Drawing.SMALL, width - 20));
        }
        return drawing.svg(y + 8);
    }
}
