package org.lacuna.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One or more restrictions are lifted, in full or in part.
 *
 * @param lifts ids of the restrictions
 * @param extent full or partial
 * @param how a word of {@link Vocabulary#WAYS}
 */
public record RestrictionLifted(Head head, List<String> lifts, String extent, String how) implements Entry {
    static final String TYPE = "restriction-lifted";

    public RestrictionLifted {
        lifts = List.copyOf(lifts);
        if (lifts.isEmpty()) {
            throw new IllegalArgumentException("expected the ids of the restrictions that are lifted, found none");
        }
        Vocabulary.check("an extent", Vocabulary.EXTENTS, extent);
        Vocabulary.check("a way", Vocabulary.WAYS, how);
    }

    @Override
    public List<String> names() {
        return lifts;
    }

    @Override
    public RestrictionLifted naming(Map<String, String> others) {
        return new RestrictionLifted(
                head, lifts.stream().map(id -> others.getOrDefault(id, id)).toList(), extent, how);
    }

    @Override
    public Optional<Entry> without(Set<String> gone) {
        List<String> left = lifts.stream().filter(id -> !gone.contains(id)).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new RestrictionLifted(head, left, extent, how));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public RestrictionLifted with(Head other) {
        return new RestrictionLifted(other, lifts, extent, how);
    }

    @Override
    public Map<String, Object> own() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("lifts", lifts);
        own.put("extent", extent);
        own.put("how", how);
        return own;
    }

    @Override
    public Restrictions applyTo(Restrictions state) {
        return state.lift(this);
    }

    boolean full() {
        return extent.equals("full");
    }
}
