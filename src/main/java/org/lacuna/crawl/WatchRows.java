package org.lacuna.crawl;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.lacuna.fetch.Validators;
import org.lacuna.observation.SubjectId;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** How a watch stands in a row. */
final class WatchRows {
    static final String COLUMNS = "id, platform, subject, kind, case_slug, identity, due, "
            + "full_page, full_definition, full_at, full_outcome, full_rule, full_why, full_evidence, full_look, etag, last_modified";

    private WatchRows() {}

    /**
     * Reads {@link #COLUMNS}.
     *
     * @param before how many other columns stand before them
     */
    static Check check(ResultSet row, int before) throws SQLException {
        return new Check(
                row.getLong(before + 1),
                new SubjectId(row.getString(before + 2), row.getString(before + 3)),
                Check.Kind.of(row.getString(before + 4)),
                Optional.ofNullable(row.getString(before + 5)),
                Optional.ofNullable(row.getString(before + 6)),
                instant(row, before + 7),
                memory(row, before + 7));
    }

    private static Optional<Memory> memory(ResultSet row, int before) throws SQLException {
        if (row.getObject(before + 1) == null) {
            return Optional.empty();
        }
        Optional<String> etag = Optional.ofNullable(row.getString(before + 9));
        Optional<String> lastModified = Optional.ofNullable(row.getString(before + 10));
        return Optional.of(new Memory(
                URI.create(row.getString(before + 1)),
                Digest.parse(row.getString(before + 2)),
                instant(row, before + 3),
                Outcome.of(row.getString(before + 4)),
                Optional.ofNullable(row.getString(before + 5)),
                row.getString(before + 6),
                Digest.parse(row.getString(before + 7)),
                Digest.parse(row.getString(before + 8)),
                etag.or(() -> lastModified).map(any -> new Validators(etag, lastModified))));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
