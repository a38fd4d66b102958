package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** Cuts lists into pages, each of which begins behind the last one of the page before. */
@ApplicationScoped
class Pages {
    private final Cursors cursors;

    Pages(Cursors cursors) {
        this.cursors = cursors;
    }

    /** Reads some of a list, in its order. */
    interface Reader<T> {
        /**
         * @param at the number of the last change that counts
         * @param total how many there are in all; empty where they are more than {@link PublicRecord#COUNTED}
         * @param beyond the place of the last one that was handed out; empty at the start
         */
        List<T> read(long at, Optional<Long> total, Optional<Cursor.Place> beyond, int limit);
    }

    /**
     * Some of a list.
     *
     * @param total how many there are in all; empty where they are more than {@link PublicRecord#COUNTED}
     * @param next where the next page starts; empty on the last one
     */
    record Page<T>(List<T> items, Optional<Long> total, Optional<String> next) {}

    /**
     * One page.
     *
     * @param list what is listed and how: a cursor fits no other list
     * @param start the number at which a list that begins now is read
     * @param count how many there are at a number; asked for the first page
     * @throws IllegalArgumentException for a limit out of range, or a cursor of another list
     */
    <T> Page<T> page(
            String list,
            LongSupplier start,
            Optional<String> cursor,
            int limit,
            Reader<T> reader,
            Function<T, Cursor.Place> place,
            LongUnaryOperator count) {
        PublicRecord.checkLimit(limit);
        Optional<Cursor> from = cursor.map(text -> cursors.read(list, text));
        long at = from.map(Cursor::at).orElseGet(start::getAsLong);
        Optional<Long> total = from.isPresent()
                ? from.get().total()
                : Optional.of(count.applyAsLong(at)).filter(counted -> counted <= PublicRecord.COUNTED);
        List<T> found = reader.read(at, total, from.map(Cursor::place), limit + 1);
        if (found.size() <= limit) {
            return new Page<>(found, total, Optional.empty());
        }
        List<T> page = found.subList(0, limit);
        Cursor next = new Cursor(at, total, place.apply(page.get(limit - 1)));
        return new Page<>(page, total, Optional.of(cursors.write(list, next)));
    }
}
