package org.lacuna.report;

import io.quarkus.qute.TemplateData;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.lacuna.statistics.GroupedCount;

/**
 * What was found for one part of a report.
 *
 * @param count how many there are of each group; of durations, how many restrictions
 * @param curves how long they lasted, for durations; else none
 * @param leftOut of durations, how many restrictions were left out, by level of verification
 */
@TemplateData
record Figure(Part part, GroupedCount count, List<Curve> curves, Map<String, Long> leftOut) {
    private static final int MOST_DRAWN = 12;

    Figure {
        curves = List.copyOf(curves);
    }

    static Figure of(Part part, GroupedCount count) {
        return new Figure(part, count, List.of(), Map.of());
    }

    /** The curves that have this value in a column. */
    public List<Curve> curvesOf(String column, String value) {
        return curves.stream()
                .filter(curve -> value.equals(curve.value(column)))
                .toList();
    }

    /** Those of them that can be drawn, the most lifts first, and no more of them than a reader can compare. */
    public List<Curve> drawnOf(String column, String value) {
        return enough(column, value).stream()
                .sorted(Comparator.comparingLong(Curve::ended).reversed())
                .limit(MOST_DRAWN)
                .toList();
    }

    /** How many more could be drawn. */
    public long undrawnOf(String column, String value) {
        return Math.max(0, enough(column, value).size() - MOST_DRAWN);
    }

    private List<Curve> enough(String column, String value) {
        return curvesOf(column, value).stream().filter(Curve::enough).toList();
    }

    /** How many restrictions were left out in all. */
    public long without() {
        return leftOut.values().stream().mapToLong(Long::longValue).sum();
    }
}
