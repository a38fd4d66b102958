package org.lacuna.report;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.jsoup.nodes.Entities;
import org.lacuna.page.Say;
import org.lacuna.page.chart.Chart;
import org.lacuna.page.chart.Curves;
import org.lacuna.page.chart.Grid;
import org.lacuna.page.chart.Matrix;
import org.lacuna.page.chart.OverTime;
import org.lacuna.page.chart.OverTime.Tally;
import org.lacuna.page.chart.Steps;
import org.lacuna.page.language.Language;
import org.lacuna.statistics.AtRisk;
import org.lacuna.statistics.Band;
import org.lacuna.statistics.GroupedCount;
import org.lacuna.statistics.Survival;

/** What templates can draw. Curves and months have their table below them; of all else it is the template's own, beside it. */
@TemplateExtension
final class Drawn {
    private static final Say ENGLISH = Say.in(Language.ENGLISH);

    /** So many rows or tiles are drawn at most; the table has all of them. */
    private static final int MOST = 60;

    /** A unit of a drawing. */
    private static final double VISIBLE = 0.005;

    private Drawn() {}

    /** How the share that is still restricted falls; nothing where there is too little to say. */
    static RawString drawn(Curve curve, String what) {
        return curve.survival().map(found -> figure(chart(curve, found, what))).orElse(new RawString(""));
    }

    private static Chart chart(Curve curve, Survival found, String what) {
        String title = "Share still restricted: " + what;
        Survival thin = thinned(found);
        Curves.Labels labels = new Curves.Labels(
                title,
                curve.ended() + " of " + curve.size()
                        + " restrictions are known to have been lifted in full. Half of them within " + curve.median()
                        + ". The band holds the curve at each day with a confidence of 95 %.",
                "Days since it was imposed",
                "At risk",
                "Median");
        return new Chart(
                "curve",
                title,
                Curves.draw(thin, labels, ENGLISH, Chart.WIDE),
                Curves.draw(thin, labels, ENGLISH, Chart.NARROW),
                List.of("After", "Share still restricted", "95 % band", "At risk"),
                curve.readings().entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static List<String> row(long day, Survival.Reading reading) {
        return List.of(
                ENGLISH.counted("count.days", day),
                Curve.share(reading),
                ENGLISH.percent(reading.band().low()) + " to "
                        + ENGLISH.percent(reading.band().high()),
                reading.atRisk().map(Drawn::count).orElse("none left"));
    }

    private static String count(AtRisk some) {
        return some.least() == some.most()
                ? ENGLISH.count(some.most())
                : ENGLISH.count(some.least()) + " to " + ENGLISH.count(some.most());
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

    /**
     * How many restrictions began in each month, and how many were lifted in full in it; years where that makes too many
     * months.
     *
     * @param began by {@code month}, {@code year}, {@code state} and {@code verification}
     * @param lifts by {@code liftedMonth}, {@code liftedYear} and {@code verification}
     */
    static RawString overTime(GroupedCount began, GroupedCount lifts) {
        Map<String, Tally> months = tallies(began, "month", lifts, "liftedMonth");
        Map<String, Tally> years = tallies(began, "year", lifts, "liftedYear");
        return Steps.months(months.keySet())
                .map(steps -> OverTime.chart(steps, months, ENGLISH))
                .or(() -> Steps.years(years.keySet()).map(steps -> OverTime.chart(steps, years, ENGLISH)))
                .map(Drawn::figure)
                .orElse(new RawString(""));
    }

    private static Map<String, Tally> tallies(GroupedCount began, String month, GroupedCount lifts, String lifted) {
        Map<String, Tally> tallies = new TreeMap<>();
        began.groups()
                .forEach(group -> tallies.merge(
                        value(began, group, month),
                        Tally.began(
                                group.count(),
                                value(began, group, "verification").equals("verified"),
                                value(began, group, "state").equals("lifted")),
                        Tally::plus));
        lifts.groups()
                .forEach(group -> tallies.merge(
                        value(lifts, group, lifted),
                        Tally.lifted(
                                group.count(),
                                value(lifts, group, "verification").equals("verified")),
                        Tally::plus));
        return tallies;
    }

    private static String value(GroupedCount count, GroupedCount.Group group, String column) {
        return group.values().get(count.by().indexOf(column));
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
        return figure(width -> Matrix.draw(names, down, title, "The table says the same.", ENGLISH, width));
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
        return figure(width -> Grid.draw(tiles, title, "The table says the same.", ENGLISH, width));
    }

    private static List<String> few(List<String> values) {
        return values.subList(0, Math.min(MOST, values.size()));
    }

    private static RawString figure(Chart chart) {
        StringBuilder html = new StringBuilder("<figure class=\"chart\"><figcaption>")
                .append(escaped(chart.title()))
                .append("</figcaption>")
                .append(drawings(chart.wide(), chart.narrow()));
        chart.note()
                .ifPresent(note ->
                        html.append("<p class=\"note\">").append(escaped(note)).append("</p>"));
        html.append("<details><summary>The same as a table</summary><table class=\"stack\"><caption>")
                .append(escaped(chart.title()))
                .append("</caption><thead><tr>");
        chart.header()
                .forEach(name ->
                        html.append("<th scope=\"col\">").append(escaped(name)).append("</th>"));
        return new RawString(html.append("</tr></thead><tbody>")
                .append(chart.lines().getValue())
                .append("</tbody></table></details></figure>")
                .toString());
    }

    private static RawString figure(DoubleFunction<String> drawing) {
        return new RawString("<figure class=\"chart\">"
                + drawings(drawing.apply(Chart.WIDE), drawing.apply(Chart.NARROW)) + "</figure>");
    }

    private static String drawings(String wide, String narrow) {
        return "<div class=\"wide-drawing\">" + wide + "</div><div class=\"narrow-drawing\">" + narrow + "</div>";
    }

    private static String escaped(String text) {
        return Entities.escape(text);
    }
}
