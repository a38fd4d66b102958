package org.lacuna.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** The index of kept exchanges in the table {@code capture}. */
@ApplicationScoped
class CaptureQueries implements CaptureIndex {
    private final Database database;

    CaptureQueries(Database database) {
        this.database = database;
    }

    @Override
    public void add(List<Indexed> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.change(
                """
                INSERT INTO capture (digest, file, start, length, at, refers_to, record, target, payload)
                SELECT digest, file, start::bigint, length::bigint, at::timestamptz, NULLIF(refers_to, ''),
                       record::uuid, target, payload
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                     AS row (digest, file, start, length, at, refers_to, record, target, payload)
                ON CONFLICT (digest) DO NOTHING
                """,
                texts(rows, Indexed::digest),
                texts(rows, Indexed::file),
                texts(rows, Indexed::start),
                texts(rows, Indexed::length),
                texts(rows, Indexed::at),
                texts(rows, row -> row.refersTo().map(Digest::toString).orElse("")),
                texts(rows, Indexed::record),
                texts(rows, Indexed::target),
                texts(rows, Indexed::payload));
    }

    @Override
    public List<Indexed> find(Collection<Digest> digests) {
        return digests.isEmpty()
                ? List.of()
                : database.list("""
                        SELECT digest, file, start, length, at, refers_to, record, target, payload
                        FROM capture WHERE digest = ANY (?)
                        """, CaptureQueries::indexed, (Object) texts(digests, Digest::toString));
    }

    @Override
    public long indexedUpTo(String file) {
        return database.first(
                        "SELECT start + length FROM capture WHERE file = ? ORDER BY start DESC LIMIT 1",
                        row -> row.getLong(1),
                        file)
                .orElse(0L);
    }

    private static <T> String[] texts(Collection<T> values, Function<T, Object> part) {
        return values.stream().map(value -> part.apply(value).toString()).toArray(String[]::new);
    }

    private static Indexed indexed(ResultSet row) throws SQLException {
        return new Indexed(
                Digest.parse(row.getString("digest")),
                row.getString("file"),
                row.getLong("start"),
                row.getLong("length"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("refers_to")).map(Digest::parse),
                row.getObject("record", UUID.class),
                row.getString("target"),
                Digest.parse(row.getString("payload")));
    }
}
