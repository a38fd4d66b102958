package org.lacuna.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.shared.Digest;

/**
 * The platform restricts the subject.
 *
 * @param measure a word of {@link Vocabulary#MEASURES}
 * @param demandedBy who asked for it; empty where nobody is known
 * @param fate what became of it if nobody lifted it
 * @param rule the platform's rule in force that day
 */
public record RestrictionImposed(
        Head head,
        String measure,
        Scope scope,
        Optional<DemandedBy> demandedBy,
        Optional<String> fate,
        Optional<Rule> rule)
        implements Entry {
    static final String TYPE = "restriction-imposed";

    public RestrictionImposed {
        Vocabulary.check("a measure", Vocabulary.MEASURES, measure);
        fate.ifPresent(word -> Vocabulary.check("a fate", Vocabulary.FATES, word));
        if (!head.id().matches("r[1-9][0-9]*")) {
            throw new IllegalArgumentException(
                    "expected the id of a restriction such as r1, found '" + head.id() + "'");
        }
    }

    /** Without a rule. */
    public RestrictionImposed(
            Head head, String measure, Scope scope, Optional<DemandedBy> demandedBy, Optional<String> fate) {
        this(head, measure, scope, demandedBy, fate, Optional.empty());
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
    public RestrictionImposed with(Head other) {
        return new RestrictionImposed(other, measure, scope, demandedBy, fate, rule);
    }

    @Override
    public Map<String, Object> own() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("measure", measure);
        own.put("scope", scope.words());
        own.put("demandedBy", demandedBy.map(DemandedBy::asMap).orElse(null));
        fate.ifPresent(word -> own.put("fate", word));
        rule.ifPresent(inForce -> own.put(Rule.KEY, inForce.asMap()));
        return own;
    }

    @Override
    public Restrictions applyTo(Restrictions state) {
        return state.impose(this);
    }
}
