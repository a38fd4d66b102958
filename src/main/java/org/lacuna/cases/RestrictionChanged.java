package org.lacuna.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.shared.Digest;

/**
 * A restriction is now another one: wider, narrower, harsher or milder.
 *
 * @param changes id of the restriction
 * @param rule the platform's rule in force that day
 */
public record RestrictionChanged(
        Head head, String changes, Optional<String> measure, Optional<Scope> scope, Optional<Rule> rule)
        implements Entry {
    static final String TYPE = "restriction-changed";

    public RestrictionChanged {
        measure.ifPresent(word -> Vocabulary.check("a measure", Vocabulary.MEASURES, word));
        if (measure.isEmpty() && scope.isEmpty()) {
            throw new IllegalArgumentException("expected what is new: a measure or a scope");
        }
    }

    /** Without a rule. */
    public RestrictionChanged(Head head, String changes, Optional<String> measure, Optional<Scope> scope) {
        this(head, changes, measure, scope, Optional.empty());
    }

    @Override
    public List<String> names() {
        return List.of(changes);
    }

    @Override
    public RestrictionChanged naming(Map<String, String> others) {
        return new RestrictionChanged(head, others.getOrDefault(changes, changes), measure, scope, rule);
    }

    @Override
    public Optional<Entry> without(Set<String> gone) {
        return gone.contains(changes) ? Optional.empty() : Optional.of(this);
    }

    @Override
    public Stream<Digest> captures() {
        return rule.flatMap(Rule::archived).stream();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public RestrictionChanged with(Head other) {
        return new RestrictionChanged(other, changes, measure, scope, rule);
    }

    @Override
    public Map<String, Object> own() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("changes", changes);
        measure.ifPresent(word -> own.put("measure", word));
        scope.ifPresent(where -> own.put("scope", where.words()));
        rule.ifPresent(inForce -> own.put(Rule.KEY, inForce.asMap()));
        return own;
    }

    @Override
    public Restrictions applyTo(Restrictions state) {
        return state.change(this);
    }
}
