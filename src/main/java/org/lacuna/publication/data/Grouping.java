package org.lacuna.publication.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lacuna.statistics.CrossCount.Combination;

/** The columns that are counted by, as SQL: texts, each of which may be null for “none”. */
record Grouping(List<String> sql) {
    /** @param columns what each name stands for; never anything that a person typed */
    static Grouping of(List<String> by, Map<String, String> columns) {
        return new Grouping(by.stream().map(columns::get).toList());
    }

    String select() {
        return "SELECT " + sql.stream().map(each -> each + ", ").collect(Collectors.joining()) + "count(*)";
    }

    String groupBy() {
        return sql.isEmpty()
                ? " HAVING count(*) > 0"
                : " GROUP BY "
                        + IntStream.rangeClosed(1, sql.size())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(", "));
    }

    Combination read(ResultSet row) throws SQLException {
        List<List<String>> values = new ArrayList<>();
        for (int i = 1; i <= sql.size(); i++) {
            values.add(Optional.ofNullable(row.getString(i)).stream().toList());
        }
        return new Combination(values, row.getLong(sql.size() + 1));
    }
}
