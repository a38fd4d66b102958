package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Remembers how many cases fit a filter, until anything of the record changes. Everything that changes what fits, a
 * redaction too, has a number of its own in the change feed; a total that was counted at another number is counted again.
 */
@ApplicationScoped
class Totals {
    private static final int MOST = 2_000;

    private final Map<CaseFilter, Counted> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CaseFilter, Counted> eldest) {
            return size() > MOST;
        }
    };

    private record Counted(long at, long total) {}

    /** @param count how it is found out, where it is not known of this very number */
    long of(Selection selection, LongSupplier count) {
        return known(selection).orElseGet(() -> {
            // two that count at once lose less than one that waits
            Counted counted = new Counted(selection.at(), count.getAsLong());
            synchronized (known) {
                known.merge(selection.filter(), counted, (one, other) -> one.at > other.at ? one : other);
            }
            return counted.total;
        });
    }

    private Optional<Long> known(Selection selection) {
        synchronized (known) {
            return Optional.ofNullable(known.get(selection.filter()))
                    .filter(counted -> counted.at == selection.at())
                    .map(Counted::total);
        }
    }
}
