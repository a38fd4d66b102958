package org.lacuna.platform.community;

import java.util.Map;
import org.lacuna.shared.Outcome;

/**
 * A rule in our format.
 *
 * @param when its condition: maps, lists and texts as {@code crawlers/README.md} describes them
 */
record SiteRule(Outcome says, Object when) {
    Map<String, Object> written() {
        return Written.of("says", says.word(), "when", when);
    }
}
