package org.lacuna.page.chart;

import java.util.List;
import org.lacuna.page.chart.Drawing.Anchor;
import org.lacuna.page.language.Texts;

/** Counts in tiles, the largest first: each tile has its name, its count, and a bar as long as its share of the largest. */
public final class Grid {
    private static final double HIGH = 58;
    private static final double GAP = 8;
    private static final double LEAST = 160;

    private Grid() {}

    /** One tile. */
    public record Tile(String name, long count, String says) {}

    /**
     * Draws them, in their order.
     *
     * @param say writes the numbers
     * @return one SVG element
     */
    public static String draw(List<Tile> tiles, String title, String description, Texts say, double width) {
        Drawing drawing = new Drawing(width, title, description);
        int across = Math.max(1, (int) ((width + GAP) / (LEAST + GAP)));
        double wide = (width - GAP * (across - 1)) / across;
        long most = Math.max(1, tiles.stream().mapToLong(Tile::count).max().orElse(1));
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            double x = i % across * (wide + GAP);
            double y = i / across * (HIGH + GAP);
            drawing.begin(tile.says()).rectangle(x, y, wide, HIGH, Ink.WASH.fill());
            drawing.text(
                    x + 8,
                    y + 18,
                    Drawing.SMALL,
                    Ink.TEXT,
                    Anchor.START,
                    Letters.cut(tile.name(), Drawing.SMALL, wide - 16));
            drawing.bold(x + 8, y + 39, 18, Ink.TEXT, Anchor.START, say.count(tile.count()));
            drawing.rectangle(x + 8, y + HIGH - 11, (wide - 16) * tile.count() / most, 5, Ink.LOSS.fill())
                    .end();
        }
        int rows = (tiles.size() + across - 1) / across;
        return drawing.svg(Math.max(1, rows * (HIGH + GAP) - GAP));
    }
}
