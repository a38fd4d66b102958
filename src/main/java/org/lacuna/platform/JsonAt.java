package org.lacuna.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in the data of an answer.
 *
 * @param path from the start of the data
 * @param below the name of the first member, in document order, that the path starts from; empty for the whole
 * @param sources where the data may stand; all of them are looked at
 */
public record JsonAt(JsonPath path, Optional<String> below, List<JsonSource> sources) implements Place {
    public JsonAt {
        sources = List.copyOf(sources);
    }

    /** What stands there, a null as well. */
    Stream<JsonNode> nodes(Capture capture) {
        return sources.stream()
                .flatMap(source -> capture.json(source).stream())
                .flatMap(root -> start(root).stream())
                .flatMap(path::in);
    }

    @Override
    public Stream<String> values(Capture capture) {
        return nodes(capture)
                .filter(node -> node.isValueNode() && !node.isNull())
                .map(JsonNode::asText);
    }

    private Optional<JsonNode> start(JsonNode root) {
        return below.isPresent() ? Optional.ofNullable(root.findValue(below.get())) : Optional.of(root);
    }

    @Override
    public String toString() {
        String start = below.or(() -> sources.get(0).below()).orElse("");
        return "the data at " + start + path.written();
    }
}
