package org.lacuna.publication;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of public facts for counting.
 *
 * @param columns in their order; every row has exactly these
 */
public record DataSet(List<String> columns, List<Map<String, String>> rows) {
    public DataSet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Map<String, String> row : rows) {
            if (!row.keySet().equals(Set.copyOf(columns))) {
                throw new IllegalArgumentException("expected the columns " + columns + ", found " + row.keySet());
            }
        }
    }
}
