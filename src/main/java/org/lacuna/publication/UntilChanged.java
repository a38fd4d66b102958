package org.lacuna.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers what was counted of the cases that fit a filter, until anything of the record changes. Everything that changes
 * what fits, a redaction too, has a number of its own in the change feed; what was counted at another number is counted
 * again.
 *
 * @param <T> what is counted
 */
final class UntilChanged<T> {
    private static final int MOST = 2_000;

    private final Map<CaseFilter, Counted<T>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CaseFilter, Counted<T>> eldest) {
            return size() > MOST;
        }
    };

    private record Counted<T>(long at, T found) {}

    /** @param count how it is found out, where it is not known of this very number */
    T of(Selection selection, Supplier<T> count) {
        return known(selection).orElseGet(() -> {
            // two that count at once lose less than one that waits
            Counted<T> counted = new Counted<>(selection.at(), count.get());
            synchronized (known) {
                known.merge(selection.filter(), counted, (one, other) -> one.at > other.at ? one : other);
            }
            return counted.found;
        });
    }

    private Optional<T> known(Selection selection) {
        synchronized (known) {
            return Optional.ofNullable(known.get(selection.filter()))
                    .filter(counted -> counted.at == selection.at())
                    .map(Counted::found);
        }
    }
}
