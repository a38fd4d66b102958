package org.lacuna.platform;

import java.util.Optional;
import java.util.regex.Pattern;

/** The URL that answered in the end contains this pattern. */
public record RedirectsTo(Pattern url) implements Condition {
    @Override
    public Optional<String> heldBy(Capture capture) {
        return BoundedMatch.of(url, capture.answered().toString()).find()
                ? Optional.of("the answer came from an address that fits " + url)
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RedirectsTo that && that.url.pattern().equals(url.pattern());
    }

    @Override
    public int hashCode() {
        return url.pattern().hashCode();
    }

    @Override
    public int cost() {
        return 0;
    }
}
