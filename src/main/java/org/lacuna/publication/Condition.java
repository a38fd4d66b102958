package org.lacuna.publication;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of a {@code WHERE} clause over {@code public_case p}. Values are always parameters, never part of the SQL.
 *
 * @param sql with a question mark for each parameter
 */
public record Condition(String sql, List<Object> parameters) {
    public Condition {
        parameters = List.copyOf(parameters);
    }

    /** A condition and its parameters in their order. */
    public static Condition of(String sql, Object... parameters) {
        return new Condition(sql, List.of(parameters));
    }

    /** All of them hold; of none, anything does. */
    public static Condition all(Stream<Condition> conditions) {
        List<Condition> all = conditions.toList();
        return all.isEmpty()
                ? of("TRUE")
                : new Condition(
                        all.stream().map(Condition::sql).collect(Collectors.joining(" AND ")),
                        all.stream().flatMap(each -> each.parameters.stream()).toList());
    }

    /** Both hold. */
    public Condition and(Condition other) {
        return all(Stream.of(this, other));
    }

    /** The parameters, followed by these, as {@link org.lacuna.shared.Database} takes them. */
    public Object[] parametersAnd(Object... more) {
        return Stream.concat(parameters.stream(), Stream.of(more)).toArray();
    }
}
