package org.lacuna.statistics;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How many units there are in each group. Units with the same values come together, so a million of them are a few
 * thousand tallies. Nothing is left out: each unit stands in one tally, and the tallies add up to the total, which is the
 * denominator of every share. A unit that has several values of a column stands in several groups.
 *
 * @param by the columns whose values make a group, in their order
 * @param tallies units with the same values, taken together
 */
@TemplateData
public record GroupedCount(List<String> by, List<Tally> tallies) {
    /** What stands for no value. */
    public static final String NONE = "none";

    private static final Comparator<String> NONE_LAST =
            Comparator.comparing((String value) -> value.equals(NONE)).thenComparing(Comparator.naturalOrder());

    public GroupedCount {
        by = List.copyOf(by);
        tallies = List.copyOf(tallies);
        for (Tally tally : tallies) {
            if (tally.values().size() != by.size()) {
                throw new IllegalArgumentException(
                        "expected values of the columns " + by + " in each tally, found " + tally.values());
            }
        }
    }

    /**
     * Units that have the same values.
     *
     * @param values of each column, in their order; usually one, none where nothing is recorded
     * @param count how many these are
     * @param few whether the count is withheld because it is small; it is 0 here then, and the true one at least 1
     */
    @TemplateData
    public record Tally(List<List<String>> values, long count, boolean few) {
        public Tally {
            values = List.copyOf(values);
            if (count < 0 || few && count > 0) {
                throw new IllegalArgumentException("expected a count, or that it is withheld, found " + count);
            }
        }
    }

    /** One group: its values in the order of the columns, and how many units it has. */
    @TemplateData
    public record Group(List<String> values, long count, boolean few) {}

    /** Counts these, each combination of values once. */
    public static GroupedCount of(List<String> by, List<CrossCount.Combination> combinations) {
        return new GroupedCount(
                by,
                combinations.stream()
                        .map(each -> new Tally(each.values(), each.count(), false))
                        .toList());
    }

    /**
     * The same, but what has fewer units than this is withheld. Every total is then one of what is left, so that no
     * difference of two of them gives back what was withheld.
     */
    public GroupedCount withholdingBelow(long least) {
        return new GroupedCount(
                by,
                tallies.stream()
                        .map(each -> each.count() < least ? new Tally(each.values(), 0, true) : each)
                        .toList());
    }

    /** How many units there are in all, without those that are withheld. */
    public long total() {
        return tallies.stream().mapToLong(Tally::count).sum();
    }

    /** Whether anything is withheld, so that the total is only a lower bound. */
    public boolean few() {
        return tallies.stream().anyMatch(Tally::few);
    }

    /** Whether there is nothing at all, not even something withheld. */
    public boolean isEmpty() {
        return tallies.isEmpty();
    }

    /** The groups that occur, ordered by their values; “none” is after every other. */
    public List<Group> groups() {
        Map<List<Optional<String>>, Group> groups = new HashMap<>();
        for (Tally tally : tallies) {
            for (List<Optional<String>> values : CrossCount.tuples(tally.values())) {
                groups.merge(
                        values,
                        new Group(
                                values.stream().map(value -> value.orElse(NONE)).toList(), tally.count(), tally.few()),
                        (one, other) -> new Group(one.values(), one.count() + other.count(), one.few() || other.few()));
            }
        }
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(CrossCount::compare))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Those that have this value in this column, grouped as before. */
    public GroupedCount where(String column, String value) {
        return filtered(column, values -> values.contains(value));
    }

    /** Those that do not have this value in this column, grouped as before. */
    public GroupedCount except(String column, String value) {
        return filtered(column, values -> !values.contains(value));
    }

    /** The different values of a column, in their order; {@value #NONE} comes last. */
    public List<String> values(String column) {
        int place = place(column);
        return tallies.stream()
                .flatMap(tally -> orNone(tally.values().get(place)))
                .distinct()
                .sorted(NONE_LAST)
                .toList();
    }

    /** The same, the one that most units have first. */
    public List<String> mostFirst(String column) {
        List<String> values = new ArrayList<>(values(column));
        Map<String, Long> counts = new HashMap<>();
        values.forEach(value -> counts.put(value, where(column, value).total()));
        values.sort(Comparator.comparing((String value) -> value.equals(NONE))
                .thenComparing(counts::get, Comparator.reverseOrder())
                .thenComparing(NONE_LAST));
        return values;
    }

    /** How many different values a column has, “none” not counted. */
    public long different(String column) {
        return values(column).stream().filter(value -> !value.equals(NONE)).count();
    }

    private GroupedCount filtered(String column, Predicate<List<String>> wanted) {
        int place = place(column);
        return new GroupedCount(
                by,
                tallies.stream()
                        .filter(tally ->
                                wanted.test(orNone(tally.values().get(place)).toList()))
                        .toList());
    }

    private int place(String column) {
        int place = by.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("expected one of the columns " + by + ", found '" + column + "'");
        }
        return place;
    }

    private static Stream<String> orNone(List<String> values) {
        return values.isEmpty() ? Stream.of(NONE) : values.stream();
    }
}
