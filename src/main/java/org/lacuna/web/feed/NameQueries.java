package org.lacuna.web.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.lacuna.shared.Database;

/** Keeps the one name under which our feeds mint their ids. */
@ApplicationScoped
class NameQueries {
    private final Database database;

    NameQueries(Database database) {
        this.database = database;
    }

    Optional<FeedName> known() {
        return database.first(
                "SELECT authority, minted FROM feed_name",
                row -> new FeedName(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()));
    }

    /** Whoever comes first names them; everybody else reads what that was. */
    FeedName mint(String authority, Instant now) {
        database.change(
                "INSERT INTO feed_name (authority, minted) VALUES (?, ?) ON CONFLICT ON CONSTRAINT feed_name_pk DO NOTHING",
                authority,
                now.atOffset(ZoneOffset.UTC));
        return known().orElseThrow();
    }
}
