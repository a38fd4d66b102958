package org.lacuna.platform;

import java.util.List;
import java.util.Optional;

/**
 * The answer's text contains this, letter by letter, markup and scripts included. For rules of other projects, which are
 * written that way; a rule of ours looks at what a visitor sees ({@link TextSays}) or where a message stands.
 *
 * @param phrases any one of them is enough
 */
public record BodySays(List<String> phrases) implements Condition {
    /** Characters. A longer search would cost more than the fetch. */
    static final int LONGEST = 500_000;

    private static final int SHOWN = 80;

    public BodySays {
        phrases = List.copyOf(phrases);
        if (phrases.isEmpty() || phrases.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("expected words, found an empty text");
        }
    }

    @Override
    public Optional<String> heldBy(Capture capture) {
        String body = capture.body(LONGEST);
        return phrases.stream()
                .filter(body::contains)
                .findFirst()
                .map(found -> "the answer contains “" + shortened(found) + "”");
    }

    static String shortened(String phrase) {
        return phrase.length() <= SHOWN ? phrase : phrase.substring(0, SHOWN) + "…";
    }

    @Override
    public int cost() {
        return 1;
    }
}
