package org.lacuna.page.chart;

import java.util.ArrayList;
import java.util.List;

/** Puts what has an extent into rows in which nothing touches another. Past the last row it may. */
final class Rows {
    private Rows() {}

    /** From where to where something reaches. */
    record Extent(double from, double to) {}

    /** The row of each, from 0: the first that has room. */
    static List<Integer> of(List<Extent> extents, int most) {
        List<Double> ends = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (Extent each : extents) {
            int row = 0;
            while (row < ends.size() && row < most - 1 && ends.get(row) > each.from()) {
                row++;
            }
            if (row == ends.size()) {
                ends.add(each.to());
            } else {
                ends.set(row, Math.max(each.to(), ends.get(row)));
            }
            rows.add(row);
        }
        return rows;
    }

    /** How many rows were taken. */
    static int count(List<Integer> rows) {
        return rows.stream().mapToInt(row -> row + 1).max().orElse(0);
    }
}
