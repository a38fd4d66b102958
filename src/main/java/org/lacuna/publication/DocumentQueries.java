package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Slug;

/** Reads public documents by their indexes: one look-up and a copy of bytes. */
@ApplicationScoped
class DocumentQueries {
    /** A version is handed out as its veil shows it, if something in it is hidden. */
    private static final String COLUMNS =
            "SELECT coalesce(v.body, d.body), coalesce(v.digest, d.digest, c.digest), c.sequence, c.recorded ";

    private static final String VEIL = "LEFT JOIN document_veil v USING (sequence) ";

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Database database;

    DocumentQueries(Database database) {
        this.database = database;
    }

    Optional<Document> current(String kind, String slug) {
        if (!Slug.fits(slug)) {
            return Optional.empty();
        }
        String projection = kind.equals("case") ? "current_case" : "current_incident";
        return database.first(
                COLUMNS + "FROM " + projection + " p JOIN change c USING (sequence) JOIN document d USING (sequence) "
                        + VEIL + "WHERE p.slug = ?",
                DocumentQueries::document,
                slug);
    }

    Optional<Document> asOf(String kind, String slug, Instant before) {
        if (!Slug.fits(slug)) {
            return Optional.empty();
        }
        return database.first(COLUMNS + """
                        FROM change c JOIN document d USING (sequence) LEFT JOIN document_veil v USING (sequence)
                        WHERE c.kind = ? AND c.slug = ? AND c.recorded < ? ORDER BY c.sequence DESC LIMIT 1
                        """, DocumentQueries::document, kind, slug, before.atOffset(ZoneOffset.UTC));
    }

    /** The last version, whatever it is. */
    Optional<Document> latest(String kind, String slug) {
        return asOf(kind, slug, LAST);
    }

    /** Versions by their numbers, in any order. */
    List<Document> versions(List<Long> sequences) {
        return database.list(
                COLUMNS + "FROM change c JOIN document d USING (sequence) " + VEIL
                        + "WHERE c.sequence = ANY (CAST(? AS bigint[]))",
                DocumentQueries::document,
                (Object) sequences.stream().map(Object::toString).toArray(String[]::new));
    }

    /** The number of the last change. */
    long last() {
        return database.first("SELECT coalesce(max(sequence), 0) FROM change", row -> row.getLong(1))
                .orElseThrow();
    }

    /** The number of the last change before a moment; 0 if there was none. */
    long last(Instant before) {
        return database.first(
                        "SELECT sequence FROM change WHERE recorded < ? ORDER BY recorded DESC, sequence DESC LIMIT 1",
                        row -> row.getLong(1),
                        before.atOffset(ZoneOffset.UTC))
                .orElse(0L);
    }

    /** Of how many incidents a case fits, counted no further than this. */
    long countIncidents(Selection selection, long most) {
        Condition where = incidentsOf(selection);
        return database.listPlanned(
                        "SELECT count(*) FROM (SELECT FROM public_incident i WHERE " + where.sql() + " LIMIT ?) found",
                        row -> row.getLong(1),
                        where.parametersAnd(most))
                .get(0);
    }

    /** What must hold of a row of {@code public_incident i}: it stood then, and a case of it fits. */
    private static Condition incidentsOf(Selection selection) {
        Condition standing = Condition.of("i.sequence <= ? AND i.ended > ?", selection.at(), selection.at());
        Condition fits = selection.where();
        return selection.filter().isAll()
                ? standing
                : standing.and(new Condition(
                        "EXISTS (SELECT FROM public_case p WHERE p.incident = i.slug AND " + fits.sql() + ")",
                        fits.parameters()));
    }

    /** A document of a list, and what it is ordered by there. */
    record Listed(Document document, String key) {
        Cursor.Place place() {
            return new Cursor.Place(key, document.sequence(), 0);
        }
    }

    List<Listed> incidents(Selection selection, Optional<Cursor.Place> beyond, int limit) {
        Condition where = incidentsOf(selection)
                .and(Condition.of(
                        "i.sequence < ?", beyond.map(Cursor.Place::sequence).orElse(Long.MAX_VALUE)));
        return database.listPlanned(
                COLUMNS + ", i.sequence::text FROM public_incident i JOIN change c USING (sequence)"
                        + " JOIN document d USING (sequence) " + VEIL + "WHERE " + where.sql()
                        + " ORDER BY i.sequence DESC LIMIT ?",
                DocumentQueries::listed,
                where.parametersAnd(limit));
    }

    Numbers numbers(Selection selection) {
        Condition where = selection.where();
        return new Numbers(database.list(
                "SELECT status, verification, count(*) FROM public_case p WHERE " + where.sql()
                        + " GROUP BY 1, 2 ORDER BY 1, 2",
                row -> new Numbers.Cell(row.getString(1), row.getString(2), row.getLong(3)),
                where.parametersAnd()));
    }

    /** On how many platforms cases are. */
    long countPlatforms(Selection selection) {
        Condition where = selection.where();
        return database.first(
                        "SELECT count(*) FROM (SELECT DISTINCT p.platform FROM public_case p WHERE " + where.sql()
                                + ") found",
                        row -> row.getLong(1),
                        where.parametersAnd())
                .orElseThrow();
    }

    List<RecordChange> changes(long after, int limit) {
        return database.list(
                """
                SELECT c.sequence, c.action, c.kind, c.slug, c.digest, c.recorded,
                    coalesce(v.digest, d.digest), coalesce(v.since, d.replaced)
                FROM change c JOIN document d USING (sequence) LEFT JOIN document_veil v USING (sequence)
                WHERE c.sequence > ? ORDER BY c.sequence LIMIT ?
                """,
                row -> new RecordChange(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Digest.parse(row.getString(5)),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        replaced(row)),
                after,
                limit);
    }

    private static Optional<RecordChange.Replaced> replaced(ResultSet row) throws SQLException {
        Optional<String> digest = Optional.ofNullable(row.getString(7));
        Optional<OffsetDateTime> on = Optional.ofNullable(row.getObject(8, OffsetDateTime.class));
        return digest.flatMap(text -> on.map(at -> new RecordChange.Replaced(Digest.parse(text), at.toInstant())));
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(document(row), row.getString(5));
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getBytes(1),
                Digest.parse(row.getString(2)),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
