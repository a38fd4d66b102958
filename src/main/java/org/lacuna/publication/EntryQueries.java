package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Database;

/** Finds lines of timelines; what they say is read from the documents they stand in. */
@ApplicationScoped
class EntryQueries {
    private static final String FROM = "public_entry e JOIN public_case p USING (sequence) WHERE ";

    private final Database database;

    EntryQueries(Database database) {
        this.database = database;
    }

    /** A line that was found, and the body of the document it stands in. */
    record Found(byte[] body, Cursor.Place place) {}

    List<Found> page(EntryFilter filter, long at, EntryOrder order, Optional<Cursor.Place> beyond, int limit) {
        Condition where = beyond.map(place -> where(filter, at)
                        .and(Condition.of(
                                "(" + order.column() + ", e.sequence, e.position) " + order.beyond() + " (?::"
                                        + order.type() + ", ?, ?)",
                                place.key(),
                                place.sequence(),
                                place.position())))
                .orElseGet(() -> where(filter, at));
        String ordered = " ORDER BY key " + order.direction() + ", sequence " + order.direction() + ", position "
                + order.direction();
        return database.list(
                "SELECT coalesce(v.body, d.body), page.key::text, page.sequence, page.position FROM (SELECT "
                        + order.column() + " AS key, e.sequence, e.position FROM " + FROM + where.sql() + ordered
                        + " LIMIT ?) page JOIN document d USING (sequence) LEFT JOIN document_veil v USING (sequence)"
                        + ordered,
                row -> new Found(row.getBytes(1), new Cursor.Place(row.getString(2), row.getLong(3), row.getInt(4))),
                where.parametersAnd(limit));
    }

    long count(EntryFilter filter, long at, long most) {
        Condition where = where(filter, at);
        return database.first(
                        "SELECT count(*) FROM (SELECT FROM " + FROM + where.sql() + " LIMIT ?) found",
                        row -> row.getLong(1),
                        where.parametersAnd(most))
                .orElseThrow();
    }

    private static Condition where(EntryFilter filter, long at) {
        return filter.condition().and(new Selection(filter.cases(), at).where());
    }
}
