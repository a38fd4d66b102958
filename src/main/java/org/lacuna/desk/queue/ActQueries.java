package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Database;

/** What editors do with lines. It holds for what stands in a line then: what comes later is as new. */
@ApplicationScoped
class ActQueries {
    private final Database database;

    ActQueries(Database database) {
        this.database = database;
    }

    int assign(UUID line, UUID editor) {
        return database.change("UPDATE queue_item SET assigned_to = ? WHERE line = ? AND open", editor, line);
    }

    int release(UUID line, UUID editor) {
        return database.change(
                "UPDATE queue_item SET assigned_to = NULL WHERE line = ? AND assigned_to = ?", line, editor);
    }

    int snooze(UUID line, LocalDate until) {
        return database.change("UPDATE queue_item SET snoozed_until = ? WHERE line = ? AND open", until, line);
    }

    int wake(UUID line) {
        return database.change(
                "UPDATE queue_item SET snoozed_until = NULL WHERE line = ? AND snoozed_until IS NOT NULL", line);
    }

    /** Settles something that no person told us; its reference if it was open. */
    Optional<String> settle(UUID line, UUID item, LocalDate today) {
        String sql = """
                UPDATE queue_item SET decided = true, decided_on = ?
                WHERE line = ? AND id = ? AND kind <> 'submission' AND NOT decided RETURNING kind || ' ' || ref
                """;
        return database.first(sql, row -> row.getString(1), today, line, item);
    }

    /** Submissions out of these that stand in the line and wait for a decision. */
    List<UUID> undecided(UUID line, Collection<UUID> items) {
        String sql = """
                SELECT ref::uuid FROM queue_item WHERE line = ? AND kind = 'submission' AND NOT decided
                AND id = ANY (SELECT asked.id::uuid FROM unnest(?) AS asked (id)) ORDER BY id
                """;
        return database.list(
                sql,
                row -> row.getObject(1, UUID.class),
                line,
                items.stream().map(UUID::toString).toArray(String[]::new));
    }
}
