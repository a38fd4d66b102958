package org.lacuna.platform.community;

import java.util.Map;
import org.lacuna.shared.Outcome;

/**
 * What the page of somebody who blocks looks like.
 *
 * @param order of trying: known mistakes first, then what is certain, then the rest
 */
record Fingerprint(String name, int order, Outcome says, Map<String, Object> when) {
    String yaml() {
        return "- " + Written.line(Written.of("name", name, "says", says.word(), "when", when)) + "\n";
    }
}
