package org.lacuna.report;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.lacuna.page.chart.Chart;
import org.lacuna.page.chart.Columns;
import org.lacuna.page.chart.Curves;
import org.lacuna.page.chart.Grid;
import org.lacuna.page.chart.Matrix;
import org.lacuna.statistics.Band;
import org.lacuna.statistics.GroupedCount;
import org.lacuna.statistics.Survival;

/** What templates can draw. The table that says the same is the template's own, beside it. */
@TemplateExtension
final class Drawn {
    /** So many columns, rows or tiles are drawn at most; the table has all of them. */
    private static final int MOST = 60;

    /** Half a unit of a drawing. */
    private static final double VISIBLE = 0.002;

    private Drawn() {}

    /** How the share that is still restricted falls; nothing where there is too little to say. */
    static RawString drawn(Curve curve, String what) {
        return curve.survival()
                .map(found -> figure(
                        "Share still restricted: " + what,
                        width -> Curves.draw(
                                thinned(found),
                                new Curves.Labels(
                                        "Share still restricted: " + what,
                                        curve.ended() + " of " + curve.size()
                                                + " restrictions are known to have been lifted in full. Half of them within "
                                                + curve.median() + ".",
                                        "Days since it was imposed",
                                        "At risk",
                                        "Median"),
                                width)))
                .orElse(new RawString(""));
    }

    /** Without the steps that nobody could see: many years have thousands of them. The last one always stays. */
    private static Survival thinned(Survival curve) {
        List<Survival.Step> steps = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        double before = 1;
        for (int i = 0; i < curve.steps().size(); i++) {
            Survival.Step step = curve.steps().get(i);
            if (before - step.after() >= VISIBLE || i == curve.steps().size() - 1) {
                steps.add(step);
                bands.add(curve.bands().get(i));
                before = step.after();
            }
        }
        return new Survival(
                curve.size(),
                curve.ended(),
                curve.lasting(),
                curve.unknown(),
                steps,
                bands,
                curve.until(),
                curve.median());
    }

    /** How many by a column of months or years, and how many of them have this value in another; uncertain ones not. */
    static RawString columns(GroupedCount count, String column, String other, String value) {
        List<String> labels = count.values(column).stream()
                .filter(label -> !label.equals("uncertain") && !label.equals(GroupedCount.NONE))
                .toList();
        List<Columns.Column> columns = labels.subList(Math.max(0, labels.size() - MOST), labels.size()).stream()
                .map(label -> new Columns.Column(
                        label,
                        count.where(column, label).total(),
                        count.where(column, label).where(other, value).total()))
                .toList();
        String title = "Recorded by " + column + ", and how many of these are " + value;
        return columns.isEmpty()
                ? new RawString("")
                : figure(
                        title,
                        width -> Columns.draw(columns, title, "The table says the same.", "recorded", value, width));
    }

    /** How often each value of one column goes with each of another. */
    static RawString matrix(GroupedCount count, String rows, String columns, String title) {
        List<String> across = few(count.mostFirst(columns));
        List<Matrix.Row> down = few(count.mostFirst(rows)).stream()
                .map(row -> new Matrix.Row(
                        Named.named(count, rows, row),
                        across.stream()
                                .map(each -> count.where(rows, row)
                                        .where(columns, each)
                                        .total())
                                .toList()))
                .toList();
        List<String> names =
                across.stream().map(each -> Named.named(count, columns, each)).toList();
        return figure(title, width -> Matrix.draw(names, down, title, "The table says the same.", width));
    }

    /** A tile for each value of a column, the largest first. */
    static RawString grid(GroupedCount count, String column, String title) {
        List<Grid.Tile> tiles = few(count.mostFirst(column)).stream()
                .map(value -> new Grid.Tile(
                        Named.named(count, column, value),
                        count.where(column, value).total(),
                        Named.named(count, column, value) + ": "
                                + count.where(column, value).total() + " of " + count.total()))
                .toList();
        return figure(title, width -> Grid.draw(tiles, title, "The table says the same.", width));
    }

    private static List<String> few(List<String> values) {
        return values.subList(0, Math.min(MOST, values.size()));
    }

    private static RawString figure(String title, DoubleFunction<String> drawing) {
        return new RawString("<figure class=\"chart\"><div class=\"wide-drawing\">" + drawing.apply(Chart.WIDE)
                + "</div><div class=\"narrow-drawing\">" + drawing.apply(Chart.NARROW) + "</div></figure>");
    }
}
