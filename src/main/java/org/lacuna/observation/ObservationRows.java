package org.lacuna.observation;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** How facts of this package stand in rows. */
final class ObservationRows {
    static final String COLUMNS =
            "platform, subject, url, seen, outcome, rule, why, vantage, definition, engine, evidence, control, identity";

    private ObservationRows() {}

    /** A row of {@link #COLUMNS}. */
    static Observation observation(ResultSet row) throws SQLException {
        return new Observation(
                row.getString(1),
                row.getString(2),
                URI.create(row.getString(3)),
                instant(row, 4),
                Outcome.of(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                row.getString(7),
                Vantage.of(row.getString(8)),
                Digest.parse(row.getString(9)),
                row.getString(10),
                Optional.ofNullable(row.getString(11)).map(Digest::parse),
                ControlState.of(row.getString(12)),
                Optional.ofNullable(row.getString(13)));
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> maybeInstant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static <T> List<T> list(ResultSet row, int column, Function<String, T> reader) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray()).stream().map(reader).toList();
    }

    /** One column of many rows, for {@code unnest}; what is empty becomes null. */
    static <T> String[] column(Collection<T> rows, Function<T, Object> value) {
        return rows.stream()
                .map(value)
                .map(found -> found instanceof Optional<?> maybe ? maybe.orElse(null) : found)
                .map(found -> found == null ? null : found.toString())
                .toArray(String[]::new);
    }
}
