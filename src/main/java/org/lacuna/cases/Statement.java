package org.lacuna.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.shared.Digest;

/**
 * What somebody said about it. A statement is a claim, whoever makes it.
 *
 * @param by a word of {@link Vocabulary#SPEAKERS}
 * @param explanation a word of {@link Vocabulary#EXPLANATIONS}; empty if it explains nothing
 * @param rule the platform's rule in force that day
 * @param channel a word of {@link Vocabulary#CHANNELS} where the platform sent it to us; else empty
 */
public record Statement(
        Head head, String by, Optional<String> explanation, Optional<Rule> rule, Optional<String> channel)
        implements Entry {
    static final String TYPE = "statement";

    public Statement {
        Vocabulary.check("a speaker", Vocabulary.SPEAKERS, by);
        explanation.ifPresent(word -> Vocabulary.check("an explanation", Vocabulary.EXPLANATIONS, word));
        channel.ifPresent(word -> Vocabulary.check("a channel", Vocabulary.CHANNELS, word));
        if (channel.isPresent() && !by.equals("platform")) {
            throw new IllegalArgumentException(
                    "expected a reply through a channel to be by the platform, found '" + by + "'");
        }
    }

    /** Published somewhere, and without a rule. */
    public Statement(Head head, String by, Optional<String> explanation) {
        this(head, by, explanation, Optional.empty(), Optional.empty());
    }

    @Override
    public Stream<Digest> captures() {
        return rule.flatMap(Rule::archived).stream();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Statement with(Head other) {
        return new Statement(other, by, explanation, rule, channel);
    }

    @Override
    public Map<String, Object> own() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("by", by);
        own.put("explanation", explanation.orElse(null));
        rule.ifPresent(inForce -> own.put(Rule.KEY, inForce.asMap()));
        channel.ifPresent(word -> own.put("channel", word));
        return own;
    }
}
