package org.lacuna.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Keys, of which the database has digests alone. */
@ApplicationScoped
class KeyQueries {
    private final Database database;

    KeyQueries(Database database) {
        this.database = database;
    }

    /** A key that holds. */
    record Holding(Digest digest, int perMinute) {}

    List<Holding> holding() {
        return database.list(
                "SELECT digest, per_minute FROM api_key WHERE revoked IS NULL",
                row -> new Holding(Digest.parse(row.getString(1)), row.getInt(2)));
    }

    List<ApiKeys.Given> all() {
        return database.list(
                "SELECT name, per_minute, given, revoked FROM api_key ORDER BY name, id",
                row -> new ApiKeys.Given(
                        row.getString(1),
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        Optional.ofNullable(row.getObject(4, LocalDate.class))));
    }

    /** Whether it was given; not if one of this name holds. */
    boolean give(String name, Digest digest, int perMinute, LocalDate on) {
        return database.change("""
                        INSERT INTO api_key (name, digest, per_minute, given) VALUES (?, ?, ?, ?)
                        ON CONFLICT (name) WHERE revoked IS NULL DO NOTHING
                        """, name, digest.toString(), perMinute, on) == 1;
    }

    boolean revoke(String name, LocalDate on) {
        return database.change("UPDATE api_key SET revoked = ? WHERE name = ? AND revoked IS NULL", on, name) == 1;
    }
}
