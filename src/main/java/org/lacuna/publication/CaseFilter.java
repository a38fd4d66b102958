package org.lacuna.publication;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which cases are asked for. All that is given must hold; of several values of one parameter any may. The same filter
 * stands behind lists, pages, feeds, exports, subscriptions and counts.
 */
public final class CaseFilter {
    private static final CaseFilter ALL = new CaseFilter(new TreeMap<>());

    private final SortedMap<String, String> asked;

    private CaseFilter(SortedMap<String, String> asked) {
        this.asked = Collections.unmodifiableSortedMap(asked);
    }

    /** Every case. */
    public static CaseFilter all() {
        return ALL;
    }

    /** Every case on one platform. */
    public static CaseFilter on(String platform) {
        return ALL.with("platform", platform);
    }

    /** What a filter can be made of, in the order in which one reads about it. */
    public static List<Parameter> parameters() {
        return Narrowings.PARAMETERS;
    }

    /**
     * Reads a filter. A value of nothing but blanks asks for nothing, as an empty field of a form does.
     *
     * @param asked values by the names of {@link #parameters()}
     * @throws WrongParameter for a name that is none of them, or a value that is not as its parameter expects
     */
    public static CaseFilter read(Map<String, String> asked) {
        SortedMap<String, String> read = new TreeMap<>();
        asked.forEach((name, value) -> {
            Parameter parameter = Narrowings.parameter(name);
            if (!value.isBlank()) {
                read.put(name, parameter.read(value));
            }
        });
        Narrowings.checkOrder(read);
        return read.isEmpty() ? ALL : new CaseFilter(read);
    }

    /** What was asked, each value in its one form; equal filters ask the same. */
    public Map<String, String> asked() {
        return asked;
    }

    /** One value of what was asked. */
    public Optional<String> asked(String parameter) {
        return Optional.ofNullable(asked.get(parameter));
    }

    /** Whether it asks for everything. */
    public boolean isAll() {
        return asked.isEmpty();
    }

    /** The same, and this too; another value of the parameter is replaced. */
    public CaseFilter with(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(asked);
        more.put(parameter, value);
        return read(more);
    }

    /** The same without what this parameter asked. */
    public CaseFilter without(String parameter) {
        Map<String, String> less = new TreeMap<>(asked);
        less.remove(parameter);
        return read(less);
    }

    /** What must hold of a row of {@code public_case p}. */
    public Condition condition() {
        return Narrowings.condition(asked);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseFilter filter && asked.equals(filter.asked);
    }

    @Override
    public int hashCode() {
        return asked.hashCode();
    }

    /** As a query string reads, unescaped; for messages and keys. */
    @Override
    public String toString() {
        return "cases" + asked;
    }
}
