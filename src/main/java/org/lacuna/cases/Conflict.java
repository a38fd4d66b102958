package org.lacuna.cases;

import java.util.List;
import java.util.stream.Stream;

/**
 * Sources that contradict each other, kept side by side.
 *
 * @param about what they disagree on, with the type of entry in brackets
 */
public record Conflict(String about, List<Value> values) {
    public Conflict {
        Texts.check("subject of the conflict", about);
        values = List.copyOf(values);
        if (values.size() < 2) {
            throw new IllegalArgumentException(
                    "expected at least two values that contradict each other, found " + values.size());
        }
    }

    /** One side. */
    public record Value(String value, List<String> sources) {
        public Value {
            Texts.check("value", value);
            sources = List.copyOf(sources);
        }
    }

    /** Every source that it names. */
    public Stream<String> cited() {
        return values.stream().flatMap(value -> value.sources().stream());
    }
}
