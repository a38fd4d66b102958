package org.lacuna.publication.editions;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.lacuna.publication.Document;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Word;

/** Which editions there are, and what became of each. */
@ApplicationScoped
class EditionQueries {
    private static final String EDITIONS = """
            SELECT e.report, e.number, e.title, e.day, e.sequence, e.replaces, e.made, r.notes, r.at, n.at, r.change,
                (SELECT min(s.number) FROM edition s JOIN edition_review v USING (report, number)
                    WHERE s.report = e.report AND s.replaces = e.number AND v.decision = 'published'),
                CASE WHEN n.reason IS NOT NULL THEN n.reason WHEN r.decision = 'refused' THEN 'refused'
                    WHEN k.since IS NOT NULL THEN 'in-doubt' WHEN r.decision IS NULL THEN 'draft'
                    ELSE r.decision END AS state, r.decision IS NOT DISTINCT FROM 'published' AS public
            FROM edition e LEFT JOIN edition_review r USING (report, number) LEFT JOIN edition_end n USING (report, number)
                LEFT JOIN edition_check k USING (report, number)
            """;

    private final Database database;

    EditionQueries(Database database) {
        this.database = database;
    }

    /** An edition, and whether it is, or was, public. */
    record Known(Edition edition, boolean published) {}

    Optional<Known> find(String report, int number) {
        return whole(database.list(
                        EDITIONS + "WHERE e.report = ? AND e.number = ?", EditionQueries::known, report, number))
                .stream()
                .findFirst();
    }

    /** All that were ever public, of one report or of all, latest first. */
    List<Known> published(Optional<String> report, int most) {
        return whole(database.list(
                EDITIONS + "WHERE r.decision = 'published' AND e.report = coalesce(?, e.report)"
                        + " ORDER BY r.change DESC LIMIT ?",
                EditionQueries::known,
                report,
                most));
    }

    /** Those that are served and were published before a moment, latest first. */
    List<Known> served(Optional<String> report, Instant before, int most) {
        return whole(database.list(
                EDITIONS + "WHERE r.decision = 'published' AND e.report = coalesce(?, e.report) AND r.at < ?"
                        + " AND n.at IS NULL AND k.since IS NULL ORDER BY r.change DESC LIMIT ?",
                EditionQueries::known,
                report,
                before.atOffset(ZoneOffset.UTC),
                most));
    }

    /** What the desk looks after: drafts first, then everything else, latest first. */
    List<Known> atTheDesk(int most) {
        return whole(database.list(
                EDITIONS + "ORDER BY (r.decision IS NULL AND n.at IS NULL) DESC, e.made DESC, e.report LIMIT ?",
                EditionQueries::known,
                most));
    }

    Optional<byte[]> body(String report, int number, String format) {
        return database.first(
                "SELECT body FROM edition_body WHERE report = ? AND number = ? AND format = ?",
                row -> row.getBytes(1),
                report,
                number,
                format);
    }

    Optional<Document> document(long change) {
        return database.first(
                "SELECT d.body, c.digest, c.sequence, c.recorded FROM change c JOIN document d USING (sequence) WHERE sequence = ?",
                EditionQueries::document,
                change);
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getBytes(1),
                Digest.parse(row.getString(2)),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    /** The last version that was written before a moment. */
    Optional<Editions.Version> version(String name, Instant before) {
        return database.first(
                """
                SELECT d.body, c.digest, c.sequence, c.recorded, c.action = 'retracted'
                FROM change c JOIN document d USING (sequence)
                WHERE c.kind = 'edition' AND c.slug = ? AND c.recorded < ? ORDER BY c.sequence DESC LIMIT 1
                """,
                row -> new Editions.Version(document(row), row.getBoolean(5)),
                name,
                before.atOffset(ZoneOffset.UTC));
    }

    Digest figures(String report, int number) {
        return database.first(
                        "SELECT figures FROM edition WHERE report = ? AND number = ?",
                        row -> Digest.parse(row.getString(1)),
                        report,
                        number)
                .orElseThrow();
    }

    private List<Known> whole(List<Known> heads) {
        return heads.stream()
                .map(head -> new Known(with(head.edition(), files(head.edition())), head.published()))
                .toList();
    }

    private static Edition with(Edition head, List<Edition.File> files) {
        return new Edition(
                head.report(),
                head.number(),
                head.title(),
                head.day(),
                head.sequence(),
                head.replaces(),
                head.replacedBy(),
                head.made(),
                head.state(),
                head.notes(),
                head.reviewed(),
                head.change(),
                head.ended(),
                files);
    }

    private List<Edition.File> files(Edition edition) {
        return database.list(
                "SELECT format, media, bytes, digest FROM edition_file WHERE report = ? AND number = ?"
                        + " ORDER BY format <> 'html', format",
                row -> new Edition.File(
                        row.getString(1), row.getString(2), row.getLong(3), Digest.parse(row.getString(4))),
                edition.report(),
                edition.number());
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new Edition(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getLong(5),
                        Optional.ofNullable(row.getObject(6, Integer.class)),
                        Optional.ofNullable(row.getObject(12, Integer.class)),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        Word.of(Edition.State.class, row.getString("state")).orElseThrow(),
                        Optional.ofNullable(row.getString(8)).orElse(""),
                        instant(row, 9),
                        Optional.ofNullable(row.getObject(11, Long.class)),
                        instant(row, 10),
                        List.of()),
                row.getBoolean("public"));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
