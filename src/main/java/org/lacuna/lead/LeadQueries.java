package org.lacuna.lead;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.lacuna.fetch.Validators;
import org.lacuna.shared.Database;

/** Leads, and how far each feed was read. */
@ApplicationScoped
class LeadQueries {
    private final Database database;

    LeadQueries(Database database) {
        this.database = database;
    }

    /** How a feed was read last. */
    record Last(Instant asked, Optional<Validators> validators) {}

    Optional<Last> last(URI feed) {
        return database.first(
                "SELECT asked, etag, last_modified FROM lead_feed WHERE url = ?",
                row -> new Last(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        validators(Optional.ofNullable(row.getString(2)), Optional.ofNullable(row.getString(3)))),
                feed.toString());
    }

    /** @param problem what kept us from reading it, for the operator */
    void read(URI feed, Optional<Validators> validators, Optional<String> problem, Instant at) {
        String sql = """
                INSERT INTO lead_feed (url, etag, last_modified, asked, problem) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT lead_feed_pk DO UPDATE SET etag = excluded.etag,
                    last_modified = excluded.last_modified, asked = excluded.asked, problem = excluded.problem
                """;
        database.change(
                sql,
                feed.toString(),
                validators.flatMap(Validators::etag),
                validators.flatMap(Validators::lastModified),
                time(at),
                problem);
    }

    boolean known(URI url) {
        return database.first("SELECT 1 FROM lead WHERE url = ?", row -> true, url.toString())
                .isPresent();
    }

    /** Whether it was not known before. */
    boolean insert(Lead lead, Instant recorded) {
        String sql = """
                INSERT INTO lead (id, feed, title, url, published, language, words, platform, subject, recorded)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT lead_url_is_unique DO NOTHING
                """;
        return database.change(
                        sql,
                        lead.id(),
                        lead.feed(),
                        lead.title(),
                        lead.url().toString(),
                        lead.published().map(LeadQueries::time),
                        lead.language(),
                        lead.words().toArray(String[]::new),
                        lead.about().map(Lead.About::platform),
                        lead.about().map(Lead.About::subject),
                        time(recorded))
                == 1;
    }

    private static Optional<Validators> validators(Optional<String> etag, Optional<String> lastModified) {
        return etag.isEmpty() && lastModified.isEmpty()
                ? Optional.empty()
                : Optional.of(new Validators(etag, lastModified));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
