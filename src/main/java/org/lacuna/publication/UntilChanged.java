package org.lacuna.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers what was counted of what fits a filter, until anything of the record changes. Everything that changes what fits,
 * a redaction too, has a number of its own in the change feed; what was counted at another number is counted again.
 *
 * @param <F> the filter
 * @param <T> what is counted
 */
final class UntilChanged<F, T> {
    private static final int MOST = 2_000;

    private final Map<F, Counted<T>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<F, Counted<T>> eldest) {
            return size() > MOST;
        }
    };

    private record Counted<T>(long at, T found) {}

    /**
     * How many fit.
     *
     * @param at the number of the last change that counts
     * @param count how it is found out, where it is not known of this very number
     */
    T of(F filter, long at, Supplier<T> count) {
        return known(filter, at).orElseGet(() -> {
            // two that count at once lose less than one that waits
            Counted<T> counted = new Counted<>(at, count.get());
            synchronized (known) {
                known.merge(filter, counted, (one, other) -> one.at > other.at ? one : other);
            }
            return counted.found;
        });
    }

    private Optional<T> known(F filter, long at) {
        synchronized (known) {
            return Optional.ofNullable(known.get(filter))
                    .filter(counted -> counted.at == at)
                    .map(Counted::found);
        }
    }
}
