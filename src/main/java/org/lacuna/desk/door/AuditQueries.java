package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Lines of the audit trail. */
@ApplicationScoped
class AuditQueries {
    private final Database database;

    AuditQueries(Database database) {
        this.database = database;
    }

    /** Where the chain ends. */
    record End(long number, Digest digest) {}

    /** A line as it is kept, with the digest that stands beside it. */
    record Kept(AuditLine line, Digest digest) {}

    /** A line for the page; {@code who} is a name. */
    record Shown(long number, Instant at, String who, String action, String about, String why) {}

    /** What the page asks for; the empty text asks for all. */
    record Filter(String who, String action, String about) {}

    void lock() {
        database.lock("audit");
    }

    Optional<End> end() {
        return database.first(
                "SELECT number, digest FROM audit_line ORDER BY number DESC LIMIT 1",
                row -> new End(row.getLong(1), Digest.parse(row.getString(2))));
    }

    void append(AuditLine line) {
        String sql = """
                INSERT INTO audit_line (number, at, who, action, about, why, previous, digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        database.change(
                sql,
                line.number(),
                line.at().atOffset(ZoneOffset.UTC),
                line.who(),
                line.action(),
                line.about(),
                line.why(),
                line.previous().toString(),
                line.digest().toString());
    }

    /** What was written down before lines were chained, oldest first; numbers and chain are still to be given. */
    List<AuditLine> unchained() {
        String sql = """
                SELECT 0, at, editor, action, about, detail FROM desk_action ORDER BY at, id
                """;
        return database.list(sql, row -> line(row, AuditLine.BEFORE_ALL));
    }

    /** The lines after a number, in their order. */
    List<Kept> after(long number, int most) {
        String sql = """
                SELECT number, at, who, action, about, why, previous, digest FROM audit_line
                WHERE number > ? ORDER BY number LIMIT ?
                """;
        return database.list(
                sql,
                row -> new Kept(line(row, Digest.parse(row.getString(7))), Digest.parse(row.getString(8))),
                number,
                most);
    }

    /** The lines before a number, newest first. */
    List<Shown> before(long number, Filter filter, int most) {
        String sql = """
                SELECT number, at, coalesce(name, 'console'), action, about, why
                FROM audit_line LEFT JOIN editor ON editor.id = who
                WHERE number < ? AND (? = '' OR coalesce(name, 'console') = ?) AND (? = '' OR action = ?)
                AND (? = '' OR about = ?)
                ORDER BY number DESC LIMIT ?
                """;
        return database.list(
                sql,
                row -> new Shown(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                number,
                filter.who(),
                filter.who(),
                filter.action(),
                filter.action(),
                filter.about(),
                filter.about(),
                most);
    }

    private static AuditLine line(ResultSet row, Digest previous) throws SQLException {
        return new AuditLine(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(3, UUID.class)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                previous);
    }
}
