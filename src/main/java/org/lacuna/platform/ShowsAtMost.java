package org.lacuna.platform;

import java.util.Optional;

/**
 * A visitor can read no more than this on the page. A wall has little to say; a page that merely carries a wall's
 * script, or quotes its words, says its own things too.
 *
 * @param characters of the visible text, spaces folded
 */
public record ShowsAtMost(int characters) implements Condition {
    public ShowsAtMost {
        if (characters < 0) {
            throw new IllegalArgumentException("expected a number of characters, found " + characters);
        }
    }

    @Override
    public Optional<String> heldBy(Capture capture) {
        int shown = capture.visibleText().length();
        return shown <= characters
                ? Optional.of("the page shows no more than " + shown + " characters")
                : Optional.empty();
    }

    @Override
    public int cost() {
        return 4;
    }
}
