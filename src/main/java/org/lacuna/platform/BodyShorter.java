package org.lacuna.platform;

import java.util.Optional;

/**
 * The answer's whole text has fewer characters. The notice of somebody who blocks is short; who quotes one is not.
 *
 * @param characters at least 1
 */
public record BodyShorter(int characters) implements Condition {
    public BodyShorter {
        if (characters < 1 || characters > BodySays.LONGEST) {
            throw new IllegalArgumentException(
                    "expected a number of characters from 1 to " + BodySays.LONGEST + ", found " + characters);
        }
    }

    @Override
    public Optional<String> heldBy(Capture capture) {
        return capture.body(characters).length() < characters
                ? Optional.of("the answer is shorter than " + characters + " characters")
                : Optional.empty();
    }

    @Override
    public int cost() {
        return 1;
    }
}
