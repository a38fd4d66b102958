package org.lacuna.shared;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lacuna.shared.Fields.Field;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Builds {@link Value}s from the nodes of a YAML document (YAML 1.1), which know their lines. */
final class YamlNodes {
    private final String file;

    private YamlNodes(String file) {
        this.file = file;
    }

    static Fields read(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0); // an alias can contain itself
        try {
            Node top = new Yaml(options).compose(new StringReader(text));
            if (top == null) {
                throw new InvalidFile(
                        file + ":1", "the file is empty, expected a map", "Start with 'key: value' lines");
            }
            return new YamlNodes(file).value(top).map();
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark();
            throw notYaml(file + ":" + (mark == null ? 1 : mark.getLine() + 1), broken.getProblem());
        } catch (YAMLException broken) {
            throw notYaml(file + ":1", broken.getMessage());
        }
    }

    private static InvalidFile notYaml(String where, String error) {
        return new InvalidFile(where, "expected YAML, found an error: " + error, "Correct the syntax there");
    }

    private Value value(Node node) {
        if (node instanceof MappingNode map) {
            return Value.map(where(node), fields(map));
        }
        if (node instanceof SequenceNode list) {
            return Value.list(
                    where(node), list.getValue().stream().map(this::value).toList());
        }
        return Tag.NULL.equals(node.getTag())
                ? Value.nothing(where(node))
                : Value.text(where(node), ((ScalarNode) node).getValue());
    }

    private Fields fields(MappingNode map) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            String where = where(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new InvalidFile(where, "expected a plain key, found a list or a map", "Write 'key: value'");
            }
            String name = key.getValue();
            if (fields.putIfAbsent(name, new Field(where, value(tuple.getValueNode()))) != null) {
                throw new InvalidFile(where, "key '" + name + "' stands twice", "Keep one of them");
            }
        }
        return new Fields(where(map), fields, Fields::kebab);
    }

    private String where(Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }
}
