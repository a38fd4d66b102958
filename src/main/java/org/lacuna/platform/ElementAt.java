package org.lacuna.platform;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place on a page.
 *
 * @param attribute which attribute to read in place of the text
 */
public record ElementAt(Css element, Optional<String> attribute) implements Place {
    @Override
    public Stream<String> values(Capture capture) {
        return element.in(capture)
                .filter(found -> attribute.isEmpty() || found.hasAttr(attribute.get()))
                .map(found -> attribute.map(found::attr).orElseGet(found::text));
    }

    @Override
    public String toString() {
        return "the element " + element.query();
    }
}
