package org.lacuna.platform;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A value in JSON: the answer's body, or what stands in a script of the page.
 *
 * @param pointer where it is (RFC 6901)
 * @param below the name of the first member, in document order, that the pointer starts from; empty for the whole
 * @param body whether the answer's body is looked into
 * @param scripts which scripts are looked into
 * @param is what the value must be, as JSON writes it without quotes; any one is enough; empty if anything will do
 * @param contains what the texts in and below the value must say
 */
public record JsonIs(
        JsonPointer pointer,
        Optional<String> below,
        boolean body,
        List<ScriptSource> scripts,
        List<String> is,
        Optional<Wording> contains)
        implements Condition {
    public JsonIs {
        scripts = List.copyOf(scripts);
        is = List.copyOf(is);
    }

    @Override
    public Optional<String> heldBy(Capture capture) {
        Stream<JsonNode> inBody = body ? capture.json().stream() : Stream.empty();
        Stream<JsonNode> inScripts = scripts.stream().flatMap(source -> capture.json(source).stream());
        return Stream.concat(inBody, inScripts)
                .flatMap(root -> start(root).stream())
                .map(start -> start.at(pointer))
                .filter(found -> !found.isMissingNode() && !found.isNull())
                .flatMap(found -> said(found).stream())
                .findFirst();
    }

    private Optional<JsonNode> start(JsonNode root) {
        return below.isPresent() ? Optional.ofNullable(root.findValue(below.get())) : Optional.of(root);
    }

    private Optional<String> said(JsonNode found) {
        String seen = "the data at " + below.orElse("") + pointer;
        if (!is.isEmpty()) {
            return Optional.of(found.asText()).filter(is::contains).map(text -> seen + " is " + text);
        }
        if (contains.isEmpty()) {
            return Optional.of(seen + " is there");
        }
        return contains.get().within(Wording.folded(texts(found))).map(phrase -> seen + " says “" + phrase + "”");
    }

    private static String texts(JsonNode node) {
        if (!node.isContainerNode()) {
            return node.asText();
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonIs::texts)
                .collect(Collectors.joining(" "));
    }
}
