package org.lacuna.publication.data;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked of a data set.
 *
 * @param by columns whose values make a group
 * @param where parameters of the data set, by name
 */
public record Question(String dataSet, List<String> by, Map<String, String> where) {
    public Question {
        by = List.copyOf(by);
        where = Map.copyOf(new TreeMap<>(where));
    }
}
