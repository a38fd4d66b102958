package org.lacuna.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lacuna.shared.EdtfDate;

/**
 * What the entries of a case have made of its restrictions. The status is folded from them, never typed in; the rule
 * stands in {@code docs/methods.md}.
 */
public final class Restrictions {
    private final Map<String, Restriction> byId;

    private Restrictions(Map<String, Restriction> byId) {
        this.byId = byId;
    }

    /**
     * Applies the entries in the order of the timeline. What imposes goes first: a restriction exists before anything
     * can happen to it, however uncertain its date.
     *
     * @throws IllegalArgumentException if an entry names a restriction that is not there, or lifts it before it began
     */
    public static Restrictions fold(List<Entry> entries) {
        List<Entry> order = new ArrayList<>(entries);
        order.sort(Comparator.<Entry, Boolean>comparing(entry -> !(entry instanceof RestrictionImposed))
                .thenComparing(entry -> entry.head().date()));
        Restrictions state = new Restrictions(Map.of());
        for (Entry entry : order) {
            state = entry.applyTo(state);
        }
        return state;
    }

    /** The same as if these entries did not count; what speaks of nothing but them does not count either. */
    public static Restrictions fold(List<Entry> entries, Set<String> gone) {
        return fold(References.without(entries, gone));
    }

    /** Each restriction, in the order of the timeline. */
    public List<Restriction> all() {
        return List.copyOf(byId.values());
    }

    /** The status of the case. */
    public Status status() {
        List<Restriction> counted = all().stream()
                .filter(restriction -> restriction.state() != Restriction.State.ENDED_OTHERWISE)
                .toList();
        if (counted.isEmpty()) {
            return byId.isEmpty() ? Status.UNKNOWN : Status.ENDED_OTHERWISE;
        }
        Optional<EdtfDate> lastLift = counted.stream()
                .flatMap(restriction -> restriction.lifts().stream())
                .map(lift -> lift.head().date())
                .max(Comparator.naturalOrder());
        if (lastLift.isPresent()) {
            boolean again = counted.stream()
                    .anyMatch(restriction -> restriction.state() == Restriction.State.IN_FORCE
                            && restriction.imposed().head().date().compareTo(lastLift.get()) > 0);
            if (again) {
                return Status.RESTRICTED;
            }
            boolean all = counted.stream().allMatch(restriction -> restriction.state() == Restriction.State.LIFTED);
            return all ? Status.RESTORED : Status.PARTIALLY_RESTORED;
        }
        boolean unsure = counted.stream().anyMatch(restriction -> restriction.state() == Restriction.State.UNKNOWN);
        return unsure ? Status.UNKNOWN : Status.RESTRICTED;
    }

    Restrictions impose(RestrictionImposed entry) {
        Map<String, Restriction> next = new LinkedHashMap<>(byId);
        next.put(entry.head().id(), new Restriction(entry, entry.measure(), entry.scope(), List.of()));
        return new Restrictions(next);
    }

    Restrictions change(RestrictionChanged entry) {
        return with(entry.changes(), restriction -> restriction.changed(entry));
    }

    Restrictions lift(RestrictionLifted entry) {
        Restrictions state = this;
        for (String id : entry.lifts()) {
            state = state.with(id, restriction -> restriction.lifted(entry));
        }
        return state;
    }

    private Restrictions with(String id, UnaryOperator<Restriction> change) {
        if (!byId.containsKey(id)) {
            throw new IllegalArgumentException(
                    "expected the id of a restriction of this case out of " + byId.keySet() + ", found '" + id + "'");
        }
        Map<String, Restriction> next = new LinkedHashMap<>(byId);
        next.computeIfPresent(id, (key, restriction) -> change.apply(restriction));
        return new Restrictions(next);
    }
}
