package org.lacuna.statistics;

import java.util.function.Function;

/** What a calculation finds: a value, or that there is too little to say anything. “Insufficient” is a result. */
public sealed interface Finding<T> {
    /** The one function for what was found, the other for why nothing was. */
    <R> R either(Function<T, R> found, Function<Insufficient<T>, R> insufficient);

    /** There is enough to say this. */
    record Found<T>(T value) implements Finding<T> {
        @Override
        public <R> R either(Function<T, R> found, Function<Insufficient<T>, R> insufficient) {
            return found.apply(value);
        }
    }

    /**
     * There is too little.
     *
     * @param of what there is too little of
     * @param found how many there are
     * @param needed how many it would take
     */
    record Insufficient<T>(String of, long found, long needed) implements Finding<T> {
        @Override
        public <R> R either(Function<T, R> found, Function<Insufficient<T>, R> insufficient) {
            return insufficient.apply(this);
        }
    }
}
