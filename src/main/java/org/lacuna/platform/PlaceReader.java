package org.lacuna.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.shared.Fields;
import org.lacuna.shared.Value;

/**
 * Reads where something stands: in an element, or in data.
 *
 * @param named the places of data that the definition gave a name, under {@code data}
 */
record PlaceReader(Map<String, List<JsonSource>> named) {
    private static final String BODY = "body";

    PlaceReader {
        named = Map.copyOf(named);
    }

    /** With the names that a definition gives under {@code data}. */
    static PlaceReader of(Optional<Value> data) {
        Map<String, List<JsonSource>> named = new HashMap<>();
        data.ifPresent(value -> value.map()
                .all()
                .forEach((name, places) -> named.put(
                        name,
                        places.itemsOrOne().stream()
                                .flatMap(place -> namedSources(place.map()).stream())
                                .toList())));
        return new PlaceReader(named);
    }

    private static List<JsonSource> namedSources(Fields place) {
        List<JsonSource> sources = sources(place, below(place));
        place.nothingElse();
        return sources;
    }

    JsonAt json(Value value, Fields around) {
        JsonPath path = path(value);
        Optional<Value> of = around.find("of");
        if (of.isEmpty()) {
            return new JsonAt(path, Optional.empty(), sources(around, below(around)));
        }
        if (around.has("in")) {
            throw value.wrong("expected 'of' or 'in', found both", "Keep one of them");
        }
        List<JsonSource> sources = Optional.ofNullable(named.get(of.get().words()))
                .orElseThrow(() -> of.get()
                        .wrong(
                                "expected a name given under 'data', found '"
                                        + of.get().words() + "'",
                                "Use one of " + named.keySet().stream().sorted().toList() + " or add it there"));
        return new JsonAt(path, below(around), sources);
    }

    static ElementAt element(Value value, Fields around) {
        return new ElementAt(css(value), around.find("attribute").map(Value::words));
    }

    private static List<JsonSource> sources(Fields around, Optional<String> below) {
        Optional<String> assigned = around.find("assignedTo").map(Value::words);
        Optional<JsonPath> heldIn = around.find("heldIn").map(PlaceReader::path);
        List<Value> in = around.find("in").map(Value::itemsOrOne).orElse(List.of());
        if (assigned.isPresent()
                && in.stream().allMatch(source -> source.words().equals(BODY))) {
            throw around.wrong("'assigned-to' names a variable of a script", "Add for example 'in: script'");
        }
        if (in.isEmpty()) {
            return List.of(new JsonSource(Optional.empty(), heldIn, below));
        }
        return in.stream()
                .map(source -> new JsonSource(script(source, assigned), heldIn, below))
                .toList();
    }

    private static Optional<ScriptSource> script(Value source, Optional<String> assigned) {
        return source.words().equals(BODY) ? Optional.empty() : Optional.of(new ScriptSource(css(source), assigned));
    }

    private static Optional<String> below(Fields around) {
        return around.find("below").map(Value::words);
    }

    private static JsonPath path(Value value) {
        return value.built(
                () -> JsonPath.of(value.text()),
                "Write a JSON pointer (RFC 6901) such as /error/code or /errors/*/code");
    }

    private static Css css(Value value) {
        return value.as(Css::of, "Write a selector such as \"meta[property='og:title']\"");
    }
}
