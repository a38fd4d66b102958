package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        String projection = kind.equals("case") ? "public_case" : "public_incident";
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

    List<Document> cases(CaseFilter filter, long before, int limit) {
        Where where = where(filter).and("p.sequence < ?", before);
        where.parameters.add(limit);
        return database.list(
                COLUMNS + "FROM public_case p JOIN change c USING (sequence) JOIN document d USING (sequence) " + VEIL
                        + where + " ORDER BY p.sequence DESC LIMIT ?",
                DocumentQueries::document,
                where.parameters.toArray());
    }

    List<Document> incidents(long before, int limit) {
        return database.list(
                COLUMNS + "FROM public_incident p JOIN change c USING (sequence) JOIN document d USING (sequence) "
                        + VEIL + "WHERE p.sequence < ? ORDER BY p.sequence DESC LIMIT ?",
                DocumentQueries::document,
                before,
                limit);
    }

    long count(CaseFilter filter) {
        Where where = where(filter);
        return database.first(
                        "SELECT count(*) FROM public_case p " + where,
                        row -> row.getLong(1),
                        where.parameters.toArray())
                .orElseThrow();
    }

    long countIncidents() {
        return database.first("SELECT count(*) FROM public_incident", row -> row.getLong(1))
                .orElseThrow();
    }

    Numbers numbers(CaseFilter filter) {
        Where where = where(filter);
        return new Numbers(database.list(
                "SELECT status, verification, count(*) FROM public_case p " + where + " GROUP BY 1, 2 ORDER BY 1, 2",
                row -> new Numbers.Cell(row.getString(1), row.getString(2), row.getLong(3)),
                where.parameters.toArray()));
    }

    <T> List<T> restrictions(Database.RowReader<T> reader) {
        return database.list("""
                SELECT c.platform, r.state, c.verification, c.status, r.measure, c.slug AS "case", r.id AS restriction,
                    r.earliest, r.latest
                FROM public_restriction r JOIN public_case c ON c.slug = r.case_slug ORDER BY c.slug, r.id
                """, reader);
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

    /** The conditions of a filter. Values are always parameters, never part of the SQL. */
    private static Where where(CaseFilter filter) {
        Where where = new Where();
        filter.platform().ifPresent(platform -> where.and("p.platform = ?", platform));
        filter.status().ifPresent(status -> where.and("p.status = ?", status));
        filter.verification().ifPresent(level -> where.and("p.verification = ?", level));
        filter.country()
                .ifPresent(country -> where.and(
                        "(? = ANY (p.scope) OR ? = ANY (p.demanded_by) OR p.based_in = ?)", country, country, country));
        if (filter.from().isPresent() || filter.to().isPresent()) {
            where.and("p.imposed && daterange(?::date, ?::date, '[]')", filter.from(), filter.to());
        }
        filter.words().ifPresent(words -> where.and("strpos(p.words, ?) > 0", words.toLowerCase(Locale.ROOT)));
        return where;
    }

    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        Where and(String condition, Object... values) {
            conditions.add(condition);
            parameters.addAll(List.of(values));
            return this;
        }

        @Override
        public String toString() {
            return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        }
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getBytes(1),
                Digest.parse(row.getString(2)),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
