package org.lacuna.statistics;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many rows there are in each group. Nothing is left out: the groups add up to the total, which is the denominator
 * of every share.
 *
 * @param by the columns whose values make a group, in their order
 * @param rows every row that is counted, once
 */
@TemplateData
public record GroupedCount(List<String> by, List<Map<String, String>> rows) {
    public GroupedCount {
        by = List.copyOf(by);
        rows = List.copyOf(rows);
        for (Map<String, String> row : rows) {
            for (String column : by) {
                if (!row.containsKey(column)) {
                    throw new IllegalArgumentException(
                            "expected the columns " + by + " in each row, found " + row.keySet());
                }
            }
        }
    }

    /** One group: its values in the order of the columns, and how many rows it has; never none. */
    @TemplateData
    public record Group(List<String> values, long count) {}

    /** How many rows there are in all. */
    public long total() {
        return rows.size();
    }

    /** The groups that occur, ordered by their values. */
    public List<Group> groups() {
        Map<List<String>, Long> counts = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> by.stream().map(row::get).toList(), LinkedHashMap::new, Collectors.counting()));
        List<Group> groups = new ArrayList<>();
        counts.forEach((values, count) -> groups.add(new Group(values, count)));
        groups.sort(Comparator.comparing(Group::values, GroupedCount::compare));
        return groups;
    }

    /** The rows that have this value in this column, grouped as before. */
    public GroupedCount where(String column, String value) {
        return new GroupedCount(
                by, rows.stream().filter(row -> value.equals(row.get(column))).toList());
    }

    /** The rows that have another value in this column, grouped as before. */
    public GroupedCount except(String column, String value) {
        return new GroupedCount(
                by, rows.stream().filter(row -> !value.equals(row.get(column))).toList());
    }

    /** The different values of a column, in their order. */
    public List<String> values(String column) {
        return rows.stream().map(row -> row.get(column)).distinct().sorted().toList();
    }

    /** How many different values a column has. */
    public long different(String column) {
        return values(column).size();
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
