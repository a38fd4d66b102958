package org.lacuna.cases;

import java.util.Map;
import org.lacuna.shared.Countries;

/**
 * Who asked for a restriction.
 *
 * @param kind government, court or company
 * @param who an ISO 3166 code for a government, else a name
 */
public record DemandedBy(String kind, String who) {
    public DemandedBy {
        Vocabulary.check("who demanded it", Vocabulary.DEMANDERS, kind);
        Texts.check("name", who);
        if (kind.equals("government")) {
            Countries.check(who);
        }
    }

    /** Kind and name as one pair, as the format writes it. */
    public Map<String, String> asMap() {
        return Map.of(kind, who);
    }
}
