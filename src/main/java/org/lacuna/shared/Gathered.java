package org.lacuna.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes that wait to be sent together. */
final class Gathered {
    /** What waits of one statement. */
    sealed interface Waiting {
        void add(Object[] values);
    }

    /** A statement that is executed once for each of these lists of parameters. */
    record Batch(List<Object[]> parameters) implements Waiting {
        @Override
        public void add(Object[] values) {
            parameters.add(values);
        }
    }

    /** Rows that go into one table. */
    record Copy(CopyRows rows) implements Waiting {
        @Override
        public void add(Object[] values) {
            rows.add(values);
        }
    }

    private Map<String, Waiting> bySql = new LinkedHashMap<>();

    void change(String sql, Object[] parameters) {
        bySql.computeIfAbsent(sql, first -> new Batch(new ArrayList<>())).add(parameters);
    }

    void copy(String sql, Object[] values) {
        bySql.computeIfAbsent(sql, first -> new Copy(new CopyRows())).add(values);
    }

    /** All of them; none is left. */
    Map<String, Waiting> take() {
        Map<String, Waiting> taken = bySql;
        bySql = new LinkedHashMap<>();
        return taken;
    }
}
