package org.lacuna.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JSON pointer (RFC 6901) in which a step {@code *} stands for every item of an array and every member of an object.
 *
 * @param written as in the definition; the empty text is the whole
 * @param steps unescaped
 */
public record JsonPath(String written, List<String> steps) {
    private static final String EVERY = "*";

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it neither is empty nor starts with a slash
     */
    static JsonPath of(String written) {
        if (!written.isEmpty() && !written.startsWith("/")) {
            throw new IllegalArgumentException("expected a JSON pointer, found '" + written + "'");
        }
        return new JsonPath(
                written,
                Arrays.stream(written.split("/", -1))
                        .skip(1)
                        .map(step -> step.replace("~1", "/").replace("~0", "~"))
                        .toList());
    }

    /** What stands there, in document order, a null as well; what is missing is not there. */
    public Stream<JsonNode> in(JsonNode root) {
        Stream<JsonNode> found = Stream.of(root);
        for (String step : steps) {
            found = found.flatMap(node -> next(node, step));
        }
        return found.filter(node -> !node.isMissingNode());
    }

    private static Stream<JsonNode> next(JsonNode node, String step) {
        if (step.equals(EVERY)) {
            return node.valueStream();
        }
        boolean index = node.isArray() && step.matches("0|[1-9][0-9]{0,8}");
        return Stream.of(index ? node.path(Integer.parseInt(step)) : node.path(step));
    }
}
