package org.lacuna.crawl;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lacuna.observation.SubjectId;
import org.lacuna.observation.Vantage;
import org.lacuna.observation.WatchedSubjects;
import org.lacuna.shared.Database;
import org.lacuna.shared.Outcome;

/** Counts the watches for readers. Counting many takes a moment, so a count is good for a minute. */
@ApplicationScoped
public class WatchCounts implements WatchedSubjects {
    private static final String[] CONCLUSIVE = Arrays.stream(Outcome.values())
            .filter(Outcome::conclusive)
            .map(Outcome::word)
            .toArray(String[]::new);

    private final Database database;

    WatchCounts(Database database) {
        this.database = database;
    }

    @Override
    @CacheResult(cacheName = "watch-counts")
    public List<From> of(String platform) {
        return database.list(
                """
                SELECT vantage, count(*) FILTER (WHERE kind = 'watch'), max(checked) FILTER (WHERE kind = 'watch'),
                       max(checked) FILTER (WHERE kind = 'watch' AND saw = ANY (?)),
                       max(saw) FILTER (WHERE kind = 'control'), max(checked) FILTER (WHERE kind = 'control')
                FROM watch WHERE platform = ? GROUP BY vantage ORDER BY vantage
                """,
                row -> new From(
                        Vantage.of(row.getString(1)),
                        row.getLong(2),
                        instant(row, 3),
                        instant(row, 4),
                        Optional.ofNullable(row.getString(5)).map(Outcome::of),
                        instant(row, 6)),
                CONCLUSIVE,
                platform);
    }

    @Override
    public List<Watch> of(SubjectId subject) {
        return database.list(
                """
                SELECT vantage, case_slug, saw, checked FROM watch
                WHERE platform = ? AND subject = ? AND kind = 'watch' ORDER BY vantage
                """,
                row -> new Watch(
                        Vantage.of(row.getString(1)),
                        Optional.ofNullable(row.getString(2)),
                        Optional.ofNullable(row.getString(3)).map(Outcome::of),
                        instant(row, 4)),
                subject.platform(),
                subject.subject());
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
