package org.lacuna.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lacuna.shared.Digest;

/**
 * What reading the definitions again has changed.
 *
 * @param added ids that were not there before
 * @param removed ids that are there no more
 * @param changed ids whose definition is another one now, be it by rules that it uses
 * @param refused why everything stayed as it was: file, line, problem and remedy of each; empty if nothing is wrong
 */
public record Reloaded(List<String> added, List<String> removed, List<String> changed, List<String> refused) {
    static final Reloaded NOTHING = new Reloaded(List.of(), List.of(), List.of(), List.of());

    public Reloaded {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        refused = List.copyOf(refused);
    }

    static Reloaded refused(List<String> complaints) {
        return new Reloaded(List.of(), List.of(), List.of(), complaints);
    }

    static Reloaded between(Snapshot before, Snapshot now) {
        Map<String, Digest> old = before.digests();
        Map<String, Digest> fresh = now.digests();
        List<String> added = new ArrayList<>(fresh.keySet());
        added.removeAll(old.keySet());
        List<String> removed = new ArrayList<>(old.keySet());
        removed.removeAll(fresh.keySet());
        List<String> changed = fresh.keySet().stream()
                .filter(id -> old.containsKey(id) && !old.get(id).equals(fresh.get(id)))
                .toList();
        return new Reloaded(added, removed, changed, List.of());
    }

    /** Whether any definition is another one now. */
    public boolean anything() {
        return !added.isEmpty() || !removed.isEmpty() || !changed.isEmpty();
    }
}
