package org.lacuna.evidence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lacuna.shared.Digest;

/** An index in memory. */
class RememberedCaptures implements CaptureIndex {
    final Map<Digest, Indexed> rows = new LinkedHashMap<>();

    @Override
    public synchronized void add(List<Indexed> added) {
        added.forEach(row -> rows.putIfAbsent(row.digest(), row));
    }

    @Override
    public synchronized List<Indexed> find(Collection<Digest> digests) {
        return digests.stream().filter(rows::containsKey).map(rows::get).toList();
    }

    @Override
    public synchronized long indexedUpTo(String file) {
        return rows.values().stream()
                .filter(row -> row.file().equals(file))
                .mapToLong(row -> row.start() + row.length())
                .max()
                .orElse(0);
    }
}
