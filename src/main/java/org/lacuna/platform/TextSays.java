package org.lacuna.platform;

import java.util.Optional;

/** The visible text says this somewhere. Script bundles carry every message a page could show, so they never count. */
public record TextSays(Wording words) implements Condition {
    @Override
    public Optional<String> heldBy(Capture capture) {
        if (!words.mayBeIn(capture)) {
            return Optional.empty();
        }
        return words.within(capture.visibleText()).map(found -> "the page says “" + found + "”");
    }

    @Override
    public int cost() {
        return 3;
    }
}
