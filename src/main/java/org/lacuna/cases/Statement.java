package org.lacuna.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody said about it. A statement is a claim, whoever makes it.
 *
 * @param by a word of {@link Vocabulary#SPEAKERS}
 * @param explanation a word of {@link Vocabulary#EXPLANATIONS}; empty if it explains nothing
 */
public record Statement(Head head, String by, Optional<String> explanation) implements Entry {
    static final String TYPE = "statement";

    public Statement {
        Vocabulary.check("a speaker", Vocabulary.SPEAKERS, by);
        explanation.ifPresent(word -> Vocabulary.check("an explanation", Vocabulary.EXPLANATIONS, word));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Statement with(Head other) {
        return new Statement(other, by, explanation);
    }

    @Override
    public Map<String, Object> own() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("by", by);
        own.put("explanation", explanation.orElse(null));
        return own;
    }
}
