package org.lacuna.desk.work.form;

import java.util.List;
import java.util.Optional;
import org.lacuna.cases.Rule;
import org.lacuna.page.SentForm;
import org.lacuna.shared.Digest;

/** Reads which rule of the platform was in force that day, where a form asks for it. */
public final class PlatformRule {
    /** What an editor writes about it. */
    public static final List<String> FIELDS = List.of("rule-title");

    private PlatformRule() {}

    /** The rule, without a copy so far; empty if none is named. */
    public static Optional<Rule> read(SentForm form) {
        Optional<String> title = CaseFields.maybe(form, "rule-title", CaseFields.MOST_TITLE);
        Optional<String> url = CaseFields.url(form, "rule-url");
        if (title.isPresent() && form.value("rule-url").isBlank()) {
            form.refuse("rule-url", "Write the address at which the rule stands or stood.");
        }
        if (url.isPresent() && form.value("rule-title").isBlank()) {
            form.refuse("rule-title", "Write the rule's title, as the platform calls it.");
        }
        return title.flatMap(named -> url.map(at -> new Rule(named, at, Optional.empty())));
    }

    /** The same rule with our copy of it. */
    public static Rule with(Rule rule, Optional<Digest> copy) {
        return new Rule(rule.title(), rule.url(), copy);
    }
}
