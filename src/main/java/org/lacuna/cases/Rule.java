package org.lacuna.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Fields;

/**
 * The platform's own rule that was in force on the day of an entry.
 *
 * @param title as the platform calls it
 * @param url where it stands or stood, an http or https address
 * @param archived digest of our own copy of that day's wording
 */
public record Rule(String title, String url, Optional<Digest> archived) {
    static final String KEY = "rule";

    public Rule {
        Texts.check("title of the rule", title);
        Texts.checkAddress(url);
    }

    static Optional<Rule> in(Fields entry) {
        return entry.map(KEY)
                .map(rule -> rule.build(
                        () -> new Rule(rule.text("title"), rule.text("url"), rule.maybeAs("archived", Digest::parse))));
    }

    Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("title", title);
        map.put("url", url);
        archived.ifPresent(digest -> map.put("archived", digest.toString()));
        return map;
    }
}
