package org.lacuna.publication.data;

import java.util.List;
import java.util.Set;

/**
 * Public facts that can be counted.
 *
 * @param columns that it can be counted by
 * @param parameters that narrow it
 * @param persons whether it counts what can come from persons who wrote to us: its small counts are withheld, see
 *     {@code docs/methods.md}
 * @param about what is counted, in one sentence
 */
public record DataSet(
        String name, Kind kind, List<String> columns, Set<String> parameters, boolean persons, String about) {
    /** What is found out about it. */
    public enum Kind {
        /** How many there are. */
        COUNTS,
        /** How long they lasted. */
        DURATIONS
    }

    /** Fewer than this many are withheld, where persons are counted. */
    public static final long LEAST_PERSONS = 5;
}
