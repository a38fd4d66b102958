package org.lacuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Database;

/** The public half, which all processes on one database agree on. */
@ApplicationScoped
class KeyQueries {
    private final Database database;

    KeyQueries(Database database) {
        this.database = database;
    }

    Optional<VerificationKey> known() {
        return database.first(
                "SELECT public_key FROM service_key ORDER BY id DESC LIMIT 1",
                row -> new VerificationKey(row.getBytes("public_key")));
    }

    /** All that there were, in their order. */
    List<VerificationKey> all() {
        return database.list(
                "SELECT public_key FROM service_key ORDER BY id",
                row -> new VerificationKey(row.getBytes("public_key")));
    }

    void record(VerificationKey key) {
        database.change("INSERT INTO service_key (public_key) VALUES (?)", key.bytes());
    }

    /** Until the transaction ends nobody else makes a key for this database. */
    void lock() {
        database.lock("service key");
    }
}
