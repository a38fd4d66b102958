package org.lacuna.cases;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Hands out ids that no entry of a case has or had. */
public final class FreeIds {
    private final Set<String> taken;

    FreeIds(Case known) {
        this.taken =
                known.entries().stream().map(entry -> entry.head().id()).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * The next id with this beginning, such as {@code e} or {@code r}; a restriction needs {@code r}.
     *
     * @throws IllegalArgumentException if it is not one or a few lower-case letters
     */
    public String next(String letters) {
        if (!letters.matches("[a-z]{1,10}")) {
            throw new IllegalArgumentException("expected a few letters such as e, found '" + letters + "'");
        }
        int number = 1;
        while (!taken.add(letters + number)) {
            number++;
        }
        return letters + number;
    }
}
