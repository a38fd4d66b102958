package org.lacuna.publication.counts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lacuna.publication.Condition;
import org.lacuna.publication.Selection;
import org.lacuna.shared.Database;
import org.lacuna.statistics.CrossCount.Combination;

/**
 * Counts in one aggregate, which PostgreSQL can share out among its workers. It groups by whole lists of values; taking
 * them apart afterwards counts each unit once in every denominator.
 */
@ApplicationScoped
class CountQueries {
    private static final String CASES = "public_case p JOIN counted_case c USING (sequence)";
    private static final String RESTRICTIONS = "public_case p JOIN counted_restriction r USING (sequence)";

    private final Database database;

    CountQueries(Database database) {
        this.database = database;
    }

    /** How many there are of each combination of values. */
    @Transactional
    List<Combination> count(Unit unit, List<Dimension> by, Selection selection) {
        Condition where = where(unit, selection);
        String from = unit == Unit.RESTRICTIONS
                ? RESTRICTIONS
                : by.stream().anyMatch(each -> each.column(unit).sql().startsWith("c.")) ? CASES : "public_case p";
        countInMemory();
        return database.list(
                "SELECT " + columns(unit, by) + ", count(*) FROM " + from + " WHERE " + where.sql() + " GROUP BY "
                        + places(by.size()),
                row -> new Combination(values(unit, by, row), row.getLong(by.size() + 1)),
                where.parameters().toArray());
    }

    /** How many restrictions of each combination of values lasted so long. */
    record Durations(List<List<String>> values, LastedRow lasted, long count) {}

    @Transactional
    List<Durations> durations(List<Dimension> by, Selection selection) {
        countInMemory();
        Condition where = where(Unit.RESTRICTIONS, selection);
        int next = by.size() + 1;
        return database.list(
                "SELECT " + columns(Unit.RESTRICTIONS, by) + ", r.lasted, r.least, r.most, count(*) FROM "
                        + RESTRICTIONS + " WHERE " + where.sql() + " GROUP BY " + places(by.size() + 3),
                row -> new Durations(
                        values(Unit.RESTRICTIONS, by, row),
                        new LastedRow(
                                row.getString(next),
                                row.getLong(next + 1),
                                Optional.ofNullable(row.getObject(next + 2, Integer.class))
                                        .map(Integer::longValue)),
                        row.getLong(next + 3)),
                where.parameters().toArray());
    }

    /** For the length of the transaction; with the usual 4 MB a million cases are joined by way of files. */
    private void countInMemory() {
        database.list("SELECT set_config('work_mem', '64MB', true)", row -> true);
    }

    private static Condition where(Unit unit, Selection selection) {
        Condition chosen = selection.where().and(Condition.of("p.verification <> ?", "retracted"));
        return unit == Unit.CASES
                ? chosen
                : Condition.all(Stream.concat(Stream.of(chosen), RestrictionNarrowings.of(selection.filter())));
    }

    private static String columns(Unit unit, List<Dimension> by) {
        return by.stream().map(each -> each.column(unit).sql()).collect(Collectors.joining(", "));
    }

    private static String places(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private static List<List<String>> values(Unit unit, List<Dimension> by, ResultSet row) throws SQLException {
        List<List<String>> values = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            values.add(
                    by.get(i).column(unit).many()
                            ? List.of((String[]) row.getArray(i + 1).getArray())
                            : Optional.ofNullable(row.getString(i + 1)).stream().toList());
        }
        return values;
    }
}
