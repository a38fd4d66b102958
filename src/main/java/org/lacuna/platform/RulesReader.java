package org.lacuna.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Outcome;

/**
 * Reads the {@code detect} of a definition.
 *
 * @param id of the platform; its own rules are counted from 1
 * @param anySite whose rules may be used
 */
record RulesReader(String id, Optional<Platform> anySite) {
    List<Rule> read(List<YamlValue> detect) {
        List<Rule> rules = new ArrayList<>();
        int own = 0;
        for (YamlValue value : detect) {
            YamlMapping rule = value.mapping();
            Optional<YamlValue> use = rule.find("use");
            if (use.isPresent()) {
                rule.nothingElse();
                rules.addAll(rulesOf(use.get()));
                continue;
            }
            Outcome says = outcome(rule.need("says"));
            Condition when = ConditionReader.read(rule.need("when"));
            rule.nothingElse();
            rules.add(new Rule(id + "#" + ++own, says, when));
        }
        return rules;
    }

    private List<Rule> rulesOf(YamlValue used) {
        return anySite.filter(platform -> platform.id().equals(used.text()))
                .map(Platform::rules)
                .orElseThrow(() -> used.wrong(
                        "only the rules of " + Platforms.ANY_SITE + " can be used by others, found '" + used.text()
                                + "'",
                        "write 'use: " + Platforms.ANY_SITE + "'"));
    }

    static Outcome outcome(YamlValue value) {
        Outcome outcome = value.as(Outcome::of, "use one of these words");
        if (outcome == Outcome.NO_ANSWER) {
            throw value.wrong("no-answer is what we write when there is no page", "use unclear");
        }
        return outcome;
    }
}
