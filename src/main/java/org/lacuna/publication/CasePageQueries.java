package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.shared.Database;

/**
 * Finds pages of cases. Which cases stand on a page is asked with a plan of its own each time; their documents are then read
 * by their numbers, which is always the same.
 */
@ApplicationScoped
class CasePageQueries {
    private static final String WALK = """
            SELECT p.sequence, %1$s::text FROM public_case p WHERE %2$s
            ORDER BY %1$s %3$s, p.sequence %3$s LIMIT ?
            """;

    /** All that fit are found before anything is sorted. */
    private static final String GATHER = """
            WITH fit AS MATERIALIZED (SELECT p.sequence, %1$s AS key FROM public_case p WHERE %2$s)
            SELECT sequence, key::text FROM fit ORDER BY fit.key %3$s, sequence %3$s LIMIT ?
            """;

    /** So much less a row costs that lies beside the one before, measured at a million cases. */
    private static final long NEIGHBOURS = 6;

    private final Database database;
    private final DocumentQueries documents;

    CasePageQueries(Database database, DocumentQueries documents) {
        this.database = database;
        this.documents = documents;
    }

    /** How many fit, counted no further than this. */
    long count(Selection selection, long most) {
        Condition where = selection.where();
        return database.listPlanned(
                        "SELECT count(*) FROM (SELECT FROM public_case p WHERE " + where.sql() + " LIMIT ?) found",
                        row -> row.getLong(1),
                        where.parametersAnd(most))
                .get(0);
    }

    /**
     * A page.
     *
     * @param total how many fit in all, as far as it is known
     * @param beyond key and number of the last one that was handed out
     */
    List<DocumentQueries.Listed> page(
            Selection selection, Order order, Optional<Long> total, Optional<Cursor.Place> beyond, int limit) {
        Condition where = Condition.all(
                Stream.of(Optional.of(selection.where()), order.bound(selection.filter()), beyond.map(order::behind))
                        .flatMap(Optional::stream));
        List<Key> keys = database.listPlanned(
                (gathers(order, total, selection.at(), limit) ? GATHER : WALK)
                        .formatted(order.sort().column(), where.sql(), order.direction()),
                row -> new Key(row.getLong(1), row.getString(2)),
                where.parametersAnd(limit));
        Map<Long, Document> bodies = documents
                .versions(keys.stream().map(Key::sequence).toList())
                .stream()
                .collect(Collectors.toMap(Document::sequence, Function.identity()));
        return keys.stream()
                .map(key -> new DocumentQueries.Listed(bodies.get(key.sequence), key.text))
                .toList();
    }

    private record Key(long sequence, String text) {}

    /**
     * To walk the whole record in its order until a page is full costs about {@code limit * at / total} rows, if what fits
     * is spread evenly; to gather all that fits costs {@code total}. The planner knows neither how many fit nor how they
     * are spread, and walked from 2009 on to list a month of 2020.
     */
    private static boolean gathers(Order order, Optional<Long> total, long at, int limit) {
        long cheaper = order.sort().isAsWritten() ? NEIGHBOURS : 1;
        return total.filter(fit -> fit * fit * cheaper <= at * limit).isPresent();
    }
}
