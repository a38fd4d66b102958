package org.lacuna.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A restriction is now another one: wider, narrower, harsher or milder.
 *
 * @param changes id of the restriction
 */
public record RestrictionChanged(Head head, String changes, Optional<String> measure, Optional<Scope> scope)
        implements Entry {
    static final String TYPE = "restriction-changed";

    public RestrictionChanged {
        measure.ifPresent(word -> Vocabulary.check("a measure", Vocabulary.MEASURES, word));
        if (measure.isEmpty() && scope.isEmpty()) {
            throw new IllegalArgumentException("expected what is new: a measure or a scope");
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public RestrictionChanged with(Head other) {
        return new RestrictionChanged(other, changes, measure, scope);
    }

    @Override
    public Map<String, Object> own() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("changes", changes);
        measure.ifPresent(word -> own.put("measure", word));
        scope.ifPresent(where -> own.put("scope", where.words()));
        return own;
    }

    @Override
    public Restrictions applyTo(Restrictions state) {
        return state.change(this);
    }
}
