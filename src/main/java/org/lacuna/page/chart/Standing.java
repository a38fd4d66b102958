package org.lacuna.page.chart;

import java.util.List;
import org.lacuna.page.chart.Drawing.Anchor;

/** Who stands where: a row for each, a column for each standing, and one mark in each row. Each standing has a shape of its own. */
public final class Standing {
    private static final double ROW = 34;
    private static final double HEAD = 26;
    private static final double BOLD = 1.08;
    private static final double SIZE = 14;

    private Standing() {}

    /** How a standing is drawn: square like the label of a status in a page, so that both are read alike. */
    public enum Shape {
        FULL,
        HALF,
        HOLLOW,
        DASH,
        DOTTED
    }

    /** One column. */
    public record Column(String name, Shape shape) {}

    /**
     * One row.
     *
     * @param at index of its column
     * @param says what a pointer reads at its mark
     */
    public record Row(String name, int at, String says) {}

    /**
     * Draws it, with how many stand in each column below.
     *
     * @param all words for the last row, such as {@code All 3}
     * @return one SVG element
     */
    public static String draw(
            List<Column> columns, List<Row> rows, String title, String description, String all, double width) {
        Drawing drawing = new Drawing(width, title, description);
        double names = Math.min(width * .4, 270);
        double room = (width - names) / Math.max(1, columns.size());
        boolean named =
                columns.stream().allMatch(column -> Letters.width(column.name(), Drawing.SMALL) * BOLD < room - 6);
        for (int i = 0; i < columns.size(); i++) {
            drawing.bold(
                    names + room * (i + .5),
                    16,
                    Drawing.SMALL,
                    Ink.QUIET,
                    Anchor.MIDDLE,
                    named ? columns.get(i).name() : String.valueOf(i + 1));
        }
        double y = HEAD;
        for (Row row : rows) {
            drawing.line(0, y, width, y, Ink.RULE, 1);
            drawing.text(
                    0,
                    y + ROW / 2 + 4,
                    Drawing.TEXT,
                    Ink.TEXT,
                    Anchor.START,
                    Letters.cut(row.name(), Drawing.TEXT, names - 8));
            drawing.begin(row.says());
            mark(drawing, columns.get(row.at()).shape(), names + room * (row.at() + .5), y + ROW / 2);
            drawing.end();
            y += ROW;
        }
        drawing.line(0, y, width, y, Ink.TEXT, 1);
        drawing.bold(0, y + ROW / 2 + 4, Drawing.SMALL, Ink.QUIET, Anchor.START, all);
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            long there = rows.stream().filter(row -> row.at() == at).count();
            drawing.bold(
                    names + room * (i + .5),
                    y + ROW / 2 + 4,
                    Drawing.SMALL,
                    Ink.TEXT,
                    Anchor.MIDDLE,
                    String.valueOf(there));
        }
        y += ROW;
        for (int i = 0; !named && i < columns.size(); i++) {
            y += 18;
            drawing.bold(0, y, Drawing.SMALL, Ink.QUIET, Anchor.START, String.valueOf(i + 1))
                    .text(
                            20,
                            y,
                            Drawing.SMALL,
                            Ink.QUIET,
                            Anchor.START,
                            Letters.cut(columns.get(i).name(), Drawing.SMALL, width - 20));
        }
        return drawing.svg(y + 8);
    }

    private static void mark(Drawing drawing, Shape shape, double x, double y) {
        double left = x - SIZE / 2;
        double top = y - SIZE / 2;
        switch (shape) {
            case FULL -> drawing.rectangle(left, top, SIZE, SIZE, Ink.LOSS.fill());
            case HALF ->
                drawing.rectangle(left, top, SIZE, SIZE, Ink.DOUBT.outline(2))
                        .rectangle(left, top, SIZE / 2, SIZE, Ink.DOUBT.fill());
            case HOLLOW -> drawing.rectangle(left, top, SIZE, SIZE, Ink.BACK.outline(2.5));
            case DASH -> drawing.line(left, y, left + SIZE, y, Ink.TEXT, 3);
            case DOTTED -> drawing.rectangle(left, top, SIZE, SIZE, Ink.QUIET.outline(2) + " stroke-dasharray=\"2 2\"");
        }
    }
}
