package org.lacuna.page.chart;

import org.lacuna.page.chart.Timeline.Lane;

/** The shape and ink of each lane's marks: told apart without colour. */
final class LaneMarks {
    static final double SIZE = 9;

    private LaneMarks() {}

    static Ink ink(Lane lane) {
        return switch (lane) {
            case CLAIMED -> Ink.TEXT;
            case OBSERVED -> Ink.SEEN;
            case REPORTED -> Ink.BACK;
            case PRESSURE -> Ink.LOSS;
        };
    }

    static void draw(Drawing drawing, Lane lane, double x, double middle) {
        String paint = ink(lane).outline(1.75);
        String at = Drawing.number(x) + " ";
        switch (lane) {
            case CLAIMED -> drawing.rectangle(x - SIZE, middle - SIZE, 2 * SIZE, 2 * SIZE, paint);
            case OBSERVED -> {
                drawing.path("M" + at + Drawing.number(middle - 12) + "l12 12l-12 12l-12 -12z", paint);
                drawing.path("M" + at + Drawing.number(middle - 9.5) + "l9.5 9.5l-9.5 9.5l-9.5 -9.5z", paint);
            }
            case REPORTED -> drawing.circle(x, middle, SIZE + 0.5, paint);
            case PRESSURE -> drawing.path("M" + at + Drawing.number(middle - 12) + "l12 20l-24 0z", paint);
        }
    }
}
