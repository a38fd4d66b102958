package org.lacuna.shared;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lacuna.shared.Fields.Located;
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

/** Builds {@link Fields} from the nodes of a YAML document, which know their lines. */
final class YamlFields {
    private final String file;

    private YamlFields(String file) {
        this.file = file;
    }

    static Fields read(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            Node top = new Yaml(options).compose(new StringReader(text));
            if (top instanceof MappingNode map) {
                return new YamlFields(file).fields(map);
            }
            throw new InvalidFile(file + ":1", "expected a map at the top", "Start with 'key: value' lines");
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark();
            String where = mark == null ? file : file + ":" + (mark.getLine() + 1);
            throw new InvalidFile(
                    where, "expected YAML, found an error: " + broken.getProblem(), "Correct the syntax there");
        } catch (YAMLException broken) {
            throw new InvalidFile(file, "expected YAML, found an error: " + broken.getMessage(), "Correct the file");
        }
    }

    private Fields fields(MappingNode map) {
        Map<String, Located> values = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            String where = where(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new InvalidFile(where, "expected a plain key", "Write 'key: value'");
            }
            String name = Fields.camel(key.getValue());
            if (!Fields.kebab(name).equals(key.getValue())) {
                throw new InvalidFile(
                        where, "unknown key '" + key.getValue() + "'", "Keys are in lower case, words joined by '-'");
            }
            if (values.putIfAbsent(name, new Located(value(tuple.getValueNode()), where)) != null) {
                throw new InvalidFile(where, "key '" + key.getValue() + "' stands twice", "Keep one of them");
            }
        }
        return new Fields(values, where(map));
    }

    private Object value(Node node) {
        if (node instanceof MappingNode map) {
            return fields(map);
        }
        if (node instanceof SequenceNode list) {
            List<Located> items = list.getValue().stream()
                    .map(item -> new Located(value(item), where(item)))
                    .toList();
            return items;
        }
        return Tag.NULL.equals(node.getTag()) ? null : ((ScalarNode) node).getValue();
    }

    private String where(Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }
}
