package org.lacuna.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Keys and values of a YAML file. Whoever has read what it knows calls {@link #nothingElse()}: unknown keys are errors. */
final class YamlMapping {
    private final YamlValue whole;
    private final Map<String, YamlValue> left = new LinkedHashMap<>();
    private final Map<String, YamlValue> keys = new LinkedHashMap<>();
    private final TreeSet<String> known = new TreeSet<>();

    YamlMapping(YamlValue whole, String file, MappingNode node) {
        this.whole = whole;
        for (NodeTuple tuple : node.getValue()) {
            YamlValue key = new YamlValue(file, tuple.getKeyNode());
            if (keys.put(key.text(), key) != null) {
                throw key.wrong("the key '" + key.text() + "' stands here twice", "keep one of them");
            }
            left.put(key.text(), new YamlValue(file, tuple.getValueNode()));
        }
    }

    Optional<YamlValue> find(String key) {
        known.add(key);
        return Optional.ofNullable(left.remove(key));
    }

    YamlValue need(String key) {
        return find(key).orElseThrow(() -> wrong("the key '" + key + "' is missing", "add '" + key + ": …'"));
    }

    /** Hands over every key that is left, with its text. */
    void forEach(BiConsumer<String, String> reader) {
        left.forEach((key, value) -> reader.accept(key, value.text()));
        left.clear();
    }

    BadDefinition wrong(String problem, String remedy) {
        return whole.wrong(problem, remedy);
    }

    void nothingElse() {
        left.keySet().stream().findFirst().ifPresent(key -> {
            throw keys.get(key)
                    .wrong(
                            "expected one of " + String.join(", ", known) + "; found the key '" + key + "'",
                            "correct the spelling or remove the line");
        });
    }
}
