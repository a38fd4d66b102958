package org.lacuna.platform;

import java.util.Optional;

/**
 * The page has such an element, and its text or one of its attributes says what is asked for.
 *
 * @param says what that is; without it, it is enough that the element (and its attribute) is there
 */
public record ElementIs(ElementAt at, Optional<Saying> says) implements Condition {
    @Override
    public Optional<String> heldBy(Capture capture) {
        if (says.filter(saying -> !saying.mayBeIn(capture)).isPresent()) {
            return Optional.empty();
        }
        return at.values(capture).flatMap(value -> said(value).stream()).findFirst();
    }

    private Optional<String> said(String value) {
        return says.isEmpty()
                ? Optional.of(at + " is there")
                : says.get().in(value).map(found -> at + " says " + found);
    }
}
