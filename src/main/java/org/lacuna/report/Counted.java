package org.lacuna.report;

import java.time.LocalDate;
import java.util.Map;
import org.lacuna.statistics.GroupedCount;

/**
 * A report with its figures.
 *
 * @param counted the day on which they were counted
 * @param platforms names by id
 */
record Counted(Report report, GroupedCount count, LocalDate counted, Map<String, String> platforms) {}
