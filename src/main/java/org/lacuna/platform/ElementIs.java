package org.lacuna.platform;

import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * The page has such an element, and its text or one of its attributes says what is asked for.
 *
 * @param attribute which attribute to read in place of the text
 * @param contains what it must say; without it, it is enough that the element (and its attribute) is there
 */
public record ElementIs(Css element, Optional<String> attribute, Optional<Wording> contains) implements Condition {
    @Override
    public Optional<String> heldBy(Capture capture) {
        return element.in(capture.html()).stream()
                .flatMap(candidate -> said(candidate).stream())
                .findFirst();
    }

    private Optional<String> said(Element candidate) {
        if (attribute.isPresent() && !candidate.hasAttr(attribute.get())) {
            return Optional.empty();
        }
        String seen = "the element " + element.query();
        if (contains.isEmpty()) {
            return Optional.of(seen + " is there");
        }
        String text = attribute.map(candidate::attr).orElseGet(candidate::text);
        return contains.get().within(Wording.folded(text)).map(found -> seen + " says “" + found + "”");
    }
}
