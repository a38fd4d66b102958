package org.lacuna.publication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a comparison has found, each thing once; so many that a person can read them. */
final class Differences {
    static final int MOST = 1_000;

    private final Set<String> found = new LinkedHashSet<>();

    void add(String what) {
        if (found.size() < MOST) {
            found.add(what);
        }
    }

    List<String> all() {
        return new ArrayList<>(found);
    }
}
