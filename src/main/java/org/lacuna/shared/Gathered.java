package org.lacuna.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes that wait to be sent together. */
final class Gathered {
    private Map<String, List<Object[]>> bySql = new LinkedHashMap<>();

    void add(String sql, Object[] parameters) {
        bySql.computeIfAbsent(sql, first -> new ArrayList<>()).add(parameters);
    }

    /** All of them; none is left. */
    Map<String, List<Object[]>> take() {
        Map<String, List<Object[]>> taken = bySql;
        bySql = new LinkedHashMap<>();
        return taken;
    }
}
