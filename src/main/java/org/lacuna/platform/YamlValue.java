package org.lacuna.platform;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a YAML file (YAML 1.1) that still knows its line. Scalars are read as the text that stands there: {@code
 * no} is a word, never a boolean.
 */
final class YamlValue {
    private final String file;
    private final Node node;

    YamlValue(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    static YamlValue parse(String file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0); // an alias can contain itself
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new BadDefinition(file, 1, "the file is empty", "write a definition or delete the file");
            }
            return new YamlValue(file, root);
        } catch (CharacterCodingException e) {
            throw new BadDefinition(file, 1, "expected text in UTF-8, found other bytes", "save the file as UTF-8");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new BadDefinition(file, line, "cannot be read as YAML: " + e.getProblem(), "mend the syntax");
        } catch (YAMLException e) {
            throw new BadDefinition(file, 1, "cannot be read as YAML: " + e.getMessage(), "mend the syntax");
        }
    }

    /** The error that this value deserves. */
    BadDefinition wrong(String problem, String remedy) {
        return new BadDefinition(file, line(), problem, remedy);
    }

    /** Counted from 1. */
    int line() {
        return node.getStartMark().getLine() + 1;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isSequence() {
        return node instanceof SequenceNode;
    }

    YamlMapping mapping() {
        if (node instanceof MappingNode mapping) {
            return new YamlMapping(this, file, mapping);
        }
        throw wrong("expected keys and values, found " + found(), "write 'key: value' lines or { key: value }");
    }

    List<YamlValue> items() {
        if (node instanceof SequenceNode sequence) {
            if (sequence.getValue().isEmpty()) {
                throw wrong("expected at least one item, found an empty list", "add an item or leave the key out");
            }
            return sequence.getValue().stream()
                    .map(item -> new YamlValue(file, item))
                    .toList();
        }
        throw wrong("expected a list, found " + found(), "write [ one, two ] or one '- item' a line");
    }

    /** The items of a list, or this value alone where no list was written. */
    List<YamlValue> itemsOrOne() {
        return isSequence() ? items() : List.of(this);
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw wrong("expected a text, found " + found(), "write one text, in quotes if it holds : # { or [");
    }

    /** An HTTP status, or {@code unknown} where a stored page does not say ({@link StatusIs#UNKNOWN}). */
    int status() {
        String text = text();
        if (text.equals("unknown")) {
            return StatusIs.UNKNOWN;
        }
        if (!text.matches("[1-9][0-9]{2}")) {
            throw wrong("expected an HTTP status code of three digits, found '" + text + "'", "write for example 404");
        }
        return Integer.parseInt(text);
    }

    /** A text that may be empty, such as a JSON pointer to the whole. */
    String textOrNone() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : text();
    }

    /** Reads the text with a function that throws {@link IllegalArgumentException} for what it refuses. */
    <T> T as(Function<String, T> reader, String remedy) {
        String text = text();
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()).lines().findFirst().orElse("not readable"), remedy);
        }
    }

    /** Builds a value from what stands here; what its constructor refuses with {@link IllegalArgumentException} is our error. */
    <T> T built(Supplier<T> constructor, String remedy) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage(), remedy);
        }
    }

    private String found() {
        if (isMapping()) {
            return "keys and values";
        }
        return isSequence() ? "a list" : "'" + ((ScalarNode) node).getValue() + "'";
    }
}
