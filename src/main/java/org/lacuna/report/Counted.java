package org.lacuna.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A report with its figures.
 *
 * @param day the day (UTC) whose end the figures tell
 * @param sequence number of the last change that they hold
 * @param platforms names by id
 * @param figures in the order of the report's parts
 * @param included the reports that stand in it, in its order
 */
record Counted(
        Report report,
        LocalDate day,
        long sequence,
        Map<String, String> platforms,
        List<Figure> figures,
        List<Counted> included) {
    Counted {
        figures = List.copyOf(figures);
        included = List.copyOf(included);
    }
}
