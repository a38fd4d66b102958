package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * What the platform itself gave as the ground: in its last statement that gives one which the DSA knows.
 *
 * @param statement a missing node if there is none
 */
record Claim(JsonNode statement) {
    private static final JsonNode NOTHING = MissingNode.getInstance();
    private static final String ILLEGAL = "DECISION_GROUND_ILLEGAL_CONTENT";

    private static final Map<String, String> GROUNDS = Map.of(
            "local-law", ILLEGAL,
            "government-demand", ILLEGAL,
            "terms-violation", "DECISION_GROUND_INCOMPATIBLE_CONTENT");

    static Claim of(Row row) {
        JsonNode last = NOTHING;
        for (JsonNode line : row.document().path("timeline")) {
            if (line.path("type").asText().equals("statement")
                    && line.path("by").asText().equals("platform")
                    && GROUNDS.containsKey(line.path("explanation").asText())) {
                last = line;
            }
        }
        return new Claim(last);
    }

    JsonNode ground() {
        String word = GROUNDS.getOrDefault(statement.path("explanation").asText(), "");
        return word.isEmpty() ? NOTHING : TextNode.valueOf(word);
    }

    /** The rule it named, in the column of its ground. */
    JsonNode rule(boolean illegal) {
        return is(illegal) ? statement.path("rule").path("title") : NOTHING;
    }

    JsonNode address() {
        return statement.path("rule").path("url");
    }

    /** What it said, in an editor's words, in the column of its ground. */
    JsonNode words(boolean illegal) {
        return is(illegal) ? statement.path("text") : NOTHING;
    }

    private boolean is(boolean illegal) {
        return ground().isTextual() && illegal == ground().textValue().equals(ILLEGAL);
    }
}
