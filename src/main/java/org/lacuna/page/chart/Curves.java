package org.lacuna.page.chart;

import java.util.List;
import java.util.stream.LongStream;
import org.lacuna.page.chart.Drawing.Anchor;
import org.lacuna.page.language.Texts;
import org.lacuna.statistics.AtRisk;
import org.lacuna.statistics.Band;
import org.lacuna.statistics.Survival;

/**
 * A survival curve: the share that is still restricted after so many days, with its confidence band, and below it how many
 * were at risk. Where a reversal is only known to lie between two days the curve is drawn as a slope with a dashed line:
 * Turnbull's estimate does not say where in between it falls.
 */
public final class Curves {
    private static final double LEFT = 44;
    private static final double TOP = 12;
    private static final double HIGH = 190;
    private static final double BELOW = 78;

    private Curves() {}

    /**
     * Words that stand in the drawing.
     *
     * @param days title of the axis of days
     * @param atRisk title of the row of numbers at risk
     * @param median said of the day at which half are lifted
     */
    public record Labels(String title, String description, String days, String atRisk, String median) {}

    /**
     * Draws it.
     *
     * @param say writes the numbers
     * @return one SVG element
     */
    public static String draw(Survival curve, Labels labels, Texts say, double width) {
        return new Sheet(curve, labels, say, width).svg();
    }

    /** The days that a wide drawing names on its axis, for a table that says the same. */
    public static List<Long> days(Survival curve) {
        long until = until(curve);
        return days(until, Columns.step(until));
    }

    private static List<Long> days(long until, long step) {
        return LongStream.rangeClosed(0, until / step).mapToObj(i -> i * step).toList();
    }

    /** A long flat tail says one thing only; it is cut where it has said it. */
    private static long until(Survival curve) {
        long last = curve.steps().isEmpty()
                ? 1
                : last(curve.steps().get(curve.steps().size() - 1));
        return Math.max(1, Math.min(curve.until(), last + Math.max(3, last / 8)));
    }

    /** A step always has an end: where it has none there is no step. */
    private static long last(Survival.Step step) {
        return step.within().most().orElseThrow();
    }

    private static final class Sheet {
        private final Survival curve;
        private final Labels labels;
        private final Texts say;
        private final double width;
        private final Drawing drawing;
        private final long until;

        Sheet(Survival curve, Labels labels, Texts say, double width) {
            this.curve = curve;
            this.labels = labels;
            this.say = say;
            this.width = width;
            this.drawing = new Drawing(width, labels.title(), labels.description());
            this.until = until(curve);
        }

        String svg() {
            axes();
            band();
            line();
            median();
            return drawing.svg(TOP + HIGH + BELOW);
        }

        private double x(long day) {
            return LEFT + (width - LEFT - 10) * Math.min(day, until) / (double) until;
        }

        private double y(double share) {
            return TOP + HIGH * (1 - share);
        }

        private void axes() {
            for (int percent = 0; percent <= 100; percent += 25) {
                double y = y(percent / 100.0);
                drawing.line(LEFT, y, width - 10, y, percent == 0 ? Ink.TEXT : Ink.RULE, 1);
                drawing.text(LEFT - 6, y + 4, Drawing.SMALL, Ink.QUIET, Anchor.END, say.percent(percent / 100.0));
            }
            long step = Math.max(Columns.step(until), width < 400 ? (until + 3) / 4 : 1);
            double floor = TOP + HIGH;
            drawing.text(0, floor + 34, Drawing.SMALL, Ink.QUIET, Anchor.START, labels.days());
            drawing.text(0, floor + 54, Drawing.SMALL, Ink.QUIET, Anchor.START, labels.atRisk());
            for (long day : days(until, step)) {
                drawing.line(x(day), floor, x(day), floor + 4, Ink.TEXT, 1);
                drawing.text(x(day), floor + 18, Drawing.SMALL, Ink.QUIET, Anchor.MIDDLE, say.count(day));
                drawing.text(x(day), floor + 70, Drawing.SMALL, Ink.TEXT, Anchor.MIDDLE, atRisk(day));
            }
        }

        private String atRisk(long day) {
            return curve.on(day).atRisk().map(this::count).orElse("");
        }

        private String count(AtRisk some) {
            return some.least() == some.most()
                    ? say.count(some.most())
                    : say.count(some.least()) + "–" + say.count(some.most());
        }

        private void band() {
            StringBuilder upper = new StringBuilder("M" + at(0, 1));
            StringBuilder lower = new StringBuilder();
            double low = 1;
            double high = 1;
            for (int i = 0; i < curve.steps().size(); i++) {
                Survival.Step step = curve.steps().get(i);
                Band band = curve.bands().get(i);
                upper.append("L").append(at(last(step), high)).append("L").append(at(last(step), band.high()));
                lower.insert(
                        0,
                        "L" + at(step.within().least(), band.low()) + "L"
                                + at(step.within().least(), low));
                high = band.high();
                low = band.low();
            }
            upper.append("L").append(at(until, high)).append("L").append(at(until, low));
            drawing.path(upper.append(lower).append("Z").toString(), Ink.SEEN.fill() + " fill-opacity=\".16\"");
        }

        private void line() {
            StringBuilder known = new StringBuilder("M" + at(0, 1));
            double share = 1;
            for (Survival.Step step : curve.steps()) {
                known.append("H").append(Drawing.number(x(step.within().least())));
                if (step.within().least() == last(step)) {
                    known.append("V").append(Drawing.number(y(step.after())));
                } else {
                    known.append("M").append(at(last(step), step.after()));
                    drawing.dashed(x(step.within().least()), y(share), x(last(step)), y(step.after()), Ink.SEEN, 2);
                }
                share = step.after();
            }
            known.append("H").append(Drawing.number(x(until)));
            drawing.path(known.toString(), Ink.SEEN.stroke(2.5));
        }

        private void median() {
            if (curve.median().days().most().isEmpty() || curve.median().days().least() > until) {
                return;
            }
            double x = x(curve.median().days().least());
            drawing.dashed(LEFT, y(.5), x, y(.5), Ink.TEXT, 1).dashed(x, y(.5), x, TOP + HIGH, Ink.TEXT, 1);
            boolean right = x > width * .6;
            drawing.bold(
                    x + (right ? -6 : 6),
                    y(.5) - 6,
                    Drawing.SMALL,
                    Ink.TEXT,
                    right ? Anchor.END : Anchor.START,
                    labels.median());
        }

        private String at(long day, double share) {
            return Drawing.number(x(day)) + " " + Drawing.number(y(share));
        }
    }
}
