package org.lacuna.cases;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The subject asked the platform to think again, or had an answer.
 *
 * @param stage a word of {@link Vocabulary#STAGES}
 */
public record Appeal(Head head, String stage) implements Entry {
    static final String TYPE = "appeal";

    public Appeal {
        Vocabulary.check("a stage", Vocabulary.STAGES, stage);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Appeal with(Head other) {
        return new Appeal(other, stage);
    }

    @Override
    public Map<String, Object> own() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("stage", stage);
        return own;
    }
}
