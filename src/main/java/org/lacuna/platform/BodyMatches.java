package org.lacuna.platform;

import java.util.Optional;
import java.util.regex.Pattern;

/** The start of the answer's text fits this pattern somewhere, markup and scripts included. */
public record BodyMatches(Pattern pattern) implements Condition {
    @Override
    public Optional<String> heldBy(Capture capture) {
        return BoundedMatch.of(pattern, capture.body(BoundedMatch.LONGEST)).find()
                ? Optional.of("the answer fits " + BodySays.shortened(pattern.pattern()))
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BodyMatches that && that.pattern.pattern().equals(pattern.pattern());
    }

    @Override
    public int hashCode() {
        return pattern.pattern().hashCode();
    }

    @Override
    public int cost() {
        return 1;
    }
}
