package org.lacuna.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value in JSON: the answer's body, or what stands in a script of the page.
 *
 * @param is what the value must be, as JSON writes it without quotes; any one is enough; empty if anything
 *     but null will do
 * @param says what the texts in and below the value must say
 */
public record JsonIs(JsonAt at, List<String> is, Optional<Saying> says) implements Condition {
    public JsonIs {
        is = List.copyOf(is);
    }

    @Override
    public Optional<String> heldBy(Capture capture) {
        return at.nodes(capture).flatMap(found -> said(found).stream()).findFirst();
    }

    private Optional<String> said(JsonNode found) {
        if (found.isNull() && is.isEmpty()) {
            return Optional.empty();
        }
        if (!is.isEmpty()) {
            return Optional.of(found.asText()).filter(is::contains).map(text -> at + " is " + text);
        }
        return says.isEmpty()
                ? Optional.of(at + " is there")
                : says.get().in(texts(found)).map(phrase -> at + " says " + phrase);
    }

    private static String texts(JsonNode node) {
        return node.isContainerNode()
                ? node.valueStream().map(JsonIs::texts).collect(Collectors.joining(" "))
                : node.asText();
    }
}
