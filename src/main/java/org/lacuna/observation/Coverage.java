package org.lacuna.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lacuna.shared.Database;

/** How much was looked at in a period, and how far it can be trusted; counted, without naming what was looked at. */
@ApplicationScoped
public class Coverage {
    private static final Map<String, String> COLUMNS = Map.of(
            "platform",
            "platform",
            "vantage",
            "vantage",
            "outcome",
            "outcome",
            "control",
            "control",
            "kind",
            "kind",
            "state",
            "CASE WHEN until IS NULL THEN 'open' ELSE 'closed' END");

    /** What looks can be counted by. */
    public static final List<String> LOOK_COLUMNS = List.of("platform", "vantage", "outcome", "control");

    /** What subjects can be counted by. */
    public static final List<String> SUBJECT_COLUMNS = List.of("platform", "vantage");

    /** What alerts can be counted by. */
    public static final List<String> ALERT_COLUMNS = List.of("platform", "vantage", "kind", "state");

    private static final String LOOKS =
            "observation WHERE seen >= ?::timestamptz AND seen < ?::timestamptz AND recorded < ?::timestamptz";

    private final Database database;

    Coverage(Database database) {
        this.database = database;
    }

    /** From an instant to another, which is not part of it any more. */
    public record Period(Instant from, Instant end) {}

    /** One combination of values and how many there are. */
    public record Group(List<String> values, long count) {}

    /** Looks. */
    public List<Group> looks(List<String> by, Period period) {
        return grouped(by, "count(*)", LOOKS, from(period), end(period), end(period));
    }

    /** Different subjects, controls among them. */
    public List<Group> subjects(List<String> by, Period period) {
        return grouped(by, "count(DISTINCT (platform, subject))", LOOKS, from(period), end(period), end(period));
    }

    /** Alerts that were open at any time of the period, as they stood at its end. */
    public List<Group> alerts(List<String> by, Period period) {
        return grouped(by, "count(*)", """
                (SELECT *, lead(at) OVER (PARTITION BY platform, vantage, kind ORDER BY id) AS until
                    FROM definition_alert WHERE at < ?::timestamptz) turn
                WHERE opened AND (until IS NULL OR until >= ?::timestamptz)""", end(period), from(period));
    }

    private List<Group> grouped(List<String> by, String count, String from, Object... parameters) {
        String columns = by.stream().map(column -> COLUMNS.get(column) + ", ").collect(Collectors.joining());
        String groups = by.isEmpty()
                ? " HAVING count(*) > 0"
                : " GROUP BY "
                        + IntStream.rangeClosed(1, by.size())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(", "));
        return database.list(
                "SELECT " + columns + count + " FROM " + from + groups, row -> group(row, by.size()), parameters);
    }

    private static Group group(ResultSet row, int columns) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            values.add(row.getString(i));
        }
        return new Group(values, row.getLong(columns + 1));
    }

    private static Object from(Period period) {
        return ObservationRows.time(period.from());
    }

    private static Object end(Period period) {
        return ObservationRows.time(period.end());
    }
}
