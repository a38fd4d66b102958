package org.lacuna.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lacuna.shared.Database;

/** Turns of switches; the latest of each says how it stands. */
@ApplicationScoped
class SwitchQueries {
    private final Database database;
    private final Clock clock;

    SwitchQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Set<Switch> on() {
        String sql = """
                SELECT switch FROM (SELECT DISTINCT ON (switch) switch, is_on FROM switch_turn ORDER BY switch, number DESC)
                AS latest WHERE is_on
                """;
        Set<Switch> on = EnumSet.noneOf(Switch.class);
        on.addAll(database.list(sql, row -> Switch.of(row.getString(1))));
        return on;
    }

    void turn(Switch one, boolean on, String why, String who) {
        String sql = """
                INSERT INTO switch_turn (switch, is_on, why, who, at) VALUES (?, ?, ?, ?, ?)
                """;
        database.change(sql, one.word(), on, why, who, clock.instant().atOffset(ZoneOffset.UTC));
    }

    List<Switches.Turn> latest(int most) {
        String sql = """
                SELECT switch, is_on, why, who, at FROM switch_turn ORDER BY number DESC LIMIT ?
                """;
        return database.list(
                sql,
                row -> new Switches.Turn(
                        Switch.of(row.getString(1)),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                most);
    }
}
