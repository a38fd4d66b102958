package org.lacuna.publication;

import org.lacuna.publication.words.NotAQuery;
import org.lacuna.publication.words.WordQuery;

/** The parameter {@code q}: words that stand in a case, in any script. */
final class LookedFor {
    private static final String EXAMPLE = "tiananmen";

    static final Parameter PARAMETER = new Parameter(
            "q",
            "Words that stand in its title, incident, timeline or sources, in any script; all of them must. \"A phrase\" in"
                    + " quotation marks, `begin*`, `-without` and `one OR other` do what they seem to; everything else is"
                    + " text",
            EXAMPLE,
            "a text to look for, of at most " + WordQuery.LONGEST + " characters",
            Shape.text(WordQuery.LONGEST),
            LookedFor::read);

    private LookedFor() {}

    private static String read(String text) {
        try {
            WordQuery.read(text);
            return text;
        } catch (NotAQuery refused) {
            throw new WrongParameter("q", refused.expected(), refused.found(), EXAMPLE);
        }
    }

    static Condition condition(String text) {
        return Condition.of(
                "EXISTS (SELECT FROM public_words w WHERE w.sequence = p.sequence AND w.words @@ ?::tsquery)",
                WordQuery.read(text).tsquery());
    }
}
