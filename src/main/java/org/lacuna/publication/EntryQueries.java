package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.shared.Database;

/** Finds lines of timelines; what they say is read from the documents they stand in. */
@ApplicationScoped
class EntryQueries {
    private static final String FROM = "public_entry e JOIN public_case p USING (sequence) WHERE ";

    private final Database database;
    private final DocumentQueries documents;

    EntryQueries(Database database, DocumentQueries documents) {
        this.database = database;
        this.documents = documents;
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
        String ordered = " ORDER BY " + order.column() + " " + order.direction() + ", e.sequence " + order.direction()
                + ", e.position " + order.direction();
        List<Cursor.Place> places = database.listPlanned(
                "SELECT " + order.column() + "::text, e.sequence, e.position FROM " + FROM + where.sql() + ordered
                        + " LIMIT ?",
                row -> new Cursor.Place(row.getString(1), row.getLong(2), row.getInt(3)),
                where.parametersAnd(limit));
        Map<Long, byte[]> bodies =
                documents
                        .versions(places.stream()
                                .map(Cursor.Place::sequence)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Document::sequence, Document::body));
        return places.stream()
                .map(place -> new Found(bodies.get(place.sequence()), place))
                .toList();
    }

    long count(EntryFilter filter, long at, long most) {
        Condition where = where(filter, at);
        return database.listPlanned(
                        "SELECT count(*) FROM (SELECT FROM " + FROM + where.sql() + " LIMIT ?) found",
                        row -> row.getLong(1),
                        where.parametersAnd(most))
                .get(0);
    }

    private static Condition where(EntryFilter filter, long at) {
        return filter.condition().and(new Selection(filter.cases(), at).where());
    }
}
