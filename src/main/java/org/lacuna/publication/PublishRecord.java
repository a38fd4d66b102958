package org.lacuna.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.LongConsumer;
import org.lacuna.shared.Database;

/**
 * Publishes what is recorded and has no document: facts that came into the database by another way than through here, as
 * from a backup of the facts alone.
 */
@ApplicationScoped
public class PublishRecord {
    private static final int AT_ONCE = 100;

    private final Publish publish;
    private final Database database;

    PublishRecord(Publish publish, Database database) {
        this.publish = publish;
        this.database = database;
    }

    /**
     * Publishes all of it, some incidents in each transaction; what is done stays done if it is broken off.
     *
     * @param progress told after each transaction how many incidents are done
     * @return how many incidents had no document; those that are not public have none after it either
     */
    public long missing(LongConsumer progress) {
        long done = 0;
        String after = "";
        for (List<String> some = some(after); !some.isEmpty(); some = some(after)) {
            List<String> slugs = some;
            QuarkusTransaction.requiringNew().run(() -> publish.publish(new LinkedHashSet<>(slugs)));
            done += some.size();
            after = some.get(some.size() - 1);
            progress.accept(done);
        }
        return done;
    }

    private List<String> some(String after) {
        return database.list("""
            SELECT i.slug FROM incident i
            WHERE i.slug > ? AND NOT EXISTS (SELECT FROM change c WHERE c.kind = 'incident' AND c.slug = i.slug)
            ORDER BY i.slug LIMIT ?
            """, row -> row.getString(1), after, AT_ONCE);
    }
}
