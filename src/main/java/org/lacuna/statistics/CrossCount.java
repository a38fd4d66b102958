package org.lacuna.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts by several dimensions, of which a unit can have several values or none: it then stands in several cells, or in
 * the one without a value. Denominators count each unit once, so the cells of one denominator can add up to more.
 *
 * @param combinations the units, those with the same values taken together
 */
public record CrossCount(Collection<Combination> combinations) {
    private static final Comparator<Optional<String>> VALUES = Comparator.comparing(
            value -> value.orElse(""), Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()));

    public CrossCount {
        combinations = List.copyOf(combinations);
    }

    /**
     * Units that have the same values.
     *
     * @param values of each dimension, all different
     * @param count how many units these are
     */
    public record Combination(List<List<String>> values, long count) {}

    /**
     * One cell.
     *
     * @param values of each dimension; empty for “none”
     * @param count how many units have these values
     * @param of how many have all but the last of them: the denominator
     */
    public record Cell(List<Optional<String>> values, long count, long of) {}

    /** All units, each once. */
    public long total() {
        return combinations.stream().mapToLong(Combination::count).sum();
    }

    /** The cells that hold anything, by their values; those without a value come last. */
    public List<Cell> cells() {
        Map<List<Optional<String>>, Long> counts = new HashMap<>();
        for (Combination each : combinations) {
            tuples(each.values()).forEach(tuple -> counts.merge(tuple, each.count(), Long::sum));
        }
        Map<List<Optional<String>>, Long> wholes = new HashMap<>();
        for (Combination each : combinations) {
            tuples(butLast(each.values())).forEach(tuple -> wholes.merge(tuple, each.count(), Long::sum));
        }
        return counts.entrySet().stream()
                .map(entry -> new Cell(entry.getKey(), entry.getValue(), wholes.get(butLast(entry.getKey()))))
                .sorted((one, other) -> compare(one.values(), other.values()))
                .toList();
    }

    /** Every way to take one value of each dimension; of none there is one way. */
    public static List<List<Optional<String>>> tuples(List<List<String>> values) {
        List<List<Optional<String>>> tuples = List.of(List.of());
        for (List<String> each : values) {
            List<Optional<String>> choices = each.isEmpty()
                    ? List.of(Optional.empty())
                    : each.stream().distinct().map(Optional::of).toList();
            List<List<Optional<String>>> longer = new ArrayList<>();
            for (List<Optional<String>> tuple : tuples) {
                for (Optional<String> choice : choices) {
                    List<Optional<String>> more = new ArrayList<>(tuple);
                    more.add(choice);
                    longer.add(List.copyOf(more));
                }
            }
            tuples = longer;
        }
        return tuples;
    }

    /** By the first value that differs; “none” is after every other. */
    public static int compare(List<Optional<String>> one, List<Optional<String>> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = VALUES.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static <T> List<T> butLast(List<T> values) {
        return values.isEmpty() ? values : values.subList(0, values.size() - 1);
    }
}
