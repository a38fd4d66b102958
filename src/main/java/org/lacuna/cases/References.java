package org.lacuna.cases;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses a case whose lines name what is not there. */
final class References {
    private References() {}

    /**
     * @param sources those of the incident
     * @throws IllegalArgumentException for a source or an entry that does not exist, a restriction without a platform, or
     *     one that is lifted before it began
     */
    static void check(Case whole, Collection<Source> sources) {
        Set<String> known = sources.stream().map(Source::id).collect(Collectors.toSet());
        Set<String> ids =
                whole.entries().stream().map(entry -> entry.head().id()).collect(Collectors.toSet());
        for (Entry entry : whole.entries()) {
            entry.head().cited().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
                throw missing("a source", entry, id);
            });
            entry.names().stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
                throw missing("an entry", entry, id);
            });
            if (entry instanceof RestrictionImposed && whole.platform().isEmpty()) {
                throw new IllegalArgumentException("expected a platform for a case with a restriction, found none");
            }
        }
        whole.conflicts().stream()
                .flatMap(Conflict::cited)
                .filter(id -> !known.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalArgumentException(
                            "expected a source of this incident in a conflict, found '" + id + "'");
                });
        whole.restrictions();
    }

    private static IllegalArgumentException missing(String what, Entry entry, String id) {
        return new IllegalArgumentException(
                "expected " + what + " that exists in entry '" + entry.head().id() + "', found '" + id + "'");
    }

    /** The entries without these, and without what then has nothing left to say. */
    static List<Entry> without(List<Entry> entries, Set<String> gone) {
        return entries.stream()
                .filter(entry -> !gone.contains(entry.head().id()))
                .flatMap(entry -> entry.without(gone).stream())
                .toList();
    }
}
