package org.lacuna.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Fields;
import org.lacuna.shared.Outcome;
import org.lacuna.shared.Value;

/**
 * Reads the {@code detect} of a definition.
 *
 * @param id of the platform; its own rules are counted from 1
 * @param anySite whose rules may be used
 * @param conditions reads what a rule asks for
 */
record RulesReader(String id, Optional<Platform> anySite, ConditionReader conditions) {
    List<Rule> read(List<Value> detect) {
        List<Rule> rules = new ArrayList<>();
        int own = 0;
        for (Value value : detect) {
            Fields rule = value.map();
            Optional<Value> use = rule.find("use");
            if (use.isPresent()) {
                rule.nothingElse();
                rules.addAll(rulesOf(use.get()));
                continue;
            }
            Outcome says = outcome(rule.need("says"));
            Condition when = conditions.read(rule.need("when"));
            rule.nothingElse();
            rules.add(new Rule(id + "#" + ++own, says, when));
        }
        return rules;
    }

    private List<Rule> rulesOf(Value used) {
        return anySite.filter(platform -> platform.id().equals(used.words()))
                .map(Platform::rules)
                .orElseThrow(() -> used.wrong(
                        "only the rules of " + Platforms.ANY_SITE + " can be used by others, found '" + used.words()
                                + "'",
                        "Write 'use: " + Platforms.ANY_SITE + "'"));
    }

    static Outcome outcome(Value value) {
        Outcome outcome = value.as(Outcome::of, "Use one of these words");
        if (outcome == Outcome.NO_ANSWER) {
            throw value.wrong("no-answer is what we write when there is no page", "Use unclear");
        }
        return outcome;
    }
}
