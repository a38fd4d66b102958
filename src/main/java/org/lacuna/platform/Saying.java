package org.lacuna.platform;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a text must say, compared {@link Wording#folded folded}. A closed family. */
public sealed interface Saying {
    /** What was found of it, in words of the definition; empty if the text does not say it. */
    Optional<String> in(String text);

    /** Whether a page may have a text that says it; where the answer is no, it is worth no parse. */
    default boolean mayBeIn(Capture capture) {
        return true;
    }

    /** The whole text is one of these. */
    record Exactly(Wording words) implements Saying {
        @Override
        public Optional<String> in(String text) {
            return words.exactly(Wording.folded(text)).map(Saying::quoted);
        }

        @Override
        public boolean mayBeIn(Capture capture) {
            return words.mayBeIn(capture);
        }
    }

    /** One of these stands somewhere in it. */
    record Containing(Wording words) implements Saying {
        @Override
        public Optional<String> in(String text) {
            return words.within(Wording.folded(text)).map(Saying::quoted);
        }

        @Override
        public boolean mayBeIn(Capture capture) {
            return words.mayBeIn(capture);
        }
    }

    /** The pattern is found in the first 8,192 characters of the folded text, whatever the case of its letters. */
    record Matching(Pattern pattern) implements Saying {
        static Matching of(String pattern) {
            return new Matching(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }

        @Override
        public Optional<String> in(String text) {
            return BoundedMatch.of(pattern, Wording.folded(text)).find()
                    ? Optional.of("something that fits " + pattern)
                    : Optional.empty();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Matching that && that.pattern.pattern().equals(pattern.pattern());
        }

        @Override
        public int hashCode() {
            return pattern.pattern().hashCode();
        }
    }

    private static String quoted(String phrase) {
        return "“" + phrase + "”";
    }
}
