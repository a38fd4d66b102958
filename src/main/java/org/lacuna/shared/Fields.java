package org.lacuna.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A map read strictly: from a YAML file, where every complaint names file and line, or from the JSON in which the same
 * facts are stored. Keys are asked for in camelCase; in YAML they stand in kebab-case. Once a value is built, a key that
 * nobody has asked for is unknown, and refused.
 */
public final class Fields {
    /** A key's place and its value. */
    record Field(String where, Value value) {}

    private final String where;
    private final Map<String, Field> fields;
    private final UnaryOperator<String> spelling;
    private final TreeSet<String> asked = new TreeSet<>();

    /**
     * @param fields by key as written
     * @param spelling makes the written key of the one that is asked for
     */
    Fields(String where, Map<String, Field> fields, UnaryOperator<String> spelling) {
        this.where = where;
        this.fields = fields;
        this.spelling = spelling;
    }

    /**
     * Reads one YAML document whose top is a map.
     *
     * @param file its name, for messages
     * @throws InvalidFile if it is not YAML, repeats a key or uses aliases
     */
    public static Fields ofYaml(String file, String text) {
        return YamlNodes.read(file, text);
    }

    /** The same view of a stored JSON object. */
    public static Fields ofJson(JsonNode object) {
        return json("stored JSON", object).map();
    }

    private static Value json(String where, JsonNode node) {
        if (node.isObject()) {
            Map<String, Field> fields = new LinkedHashMap<>();
            node.properties().forEach(property -> {
                String key = property.getKey();
                fields.put(key, new Field(key, json(key, property.getValue())));
            });
            return Value.map(where, new Fields(where, fields, UnaryOperator.identity()));
        }
        if (node.isArray()) {
            return Value.list(
                    where, node.valueStream().map(item -> json(where, item)).toList());
        }
        return node.isNull() ? Value.nothing(where) : Value.text(where, node.asText());
    }

    /** The value under a key, be it nothing; empty where there is no such key. */
    public Optional<Value> find(String key) {
        return field(key).map(Field::value);
    }

    /** The value under a key that must be there. */
    public Value need(String key) {
        return find(key)
                .orElseThrow(() -> wrong(
                        "the key '" + spelling.apply(key) + "' is missing", "Add '" + spelling.apply(key) + ": …'"));
    }

    /** The text under a key that must be there, exactly as it stands. */
    public String text(String key) {
        return need(key).text();
    }

    /** The text under a key; empty where there is no such key or null. */
    public Optional<String> maybe(String key) {
        return something(key).map(Value::text);
    }

    /** The text under a key that must be there, read further; what the reader refuses is reported with its place. */
    public <T> T as(String key, Function<String, T> reader) {
        return read(key, need(key), reader);
    }

    /** The same for a key that may be missing or null. */
    public <T> Optional<T> maybeAs(String key, Function<String, T> reader) {
        return something(key).map(value -> read(key, value, reader));
    }

    /** True or false under a key that must be there. */
    public boolean flag(String key) {
        return as(key, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false, found '" + text + "'");
        });
    }

    /** The map under a key; empty where there is no such key or null. */
    public Optional<Fields> map(String key) {
        return something(key).map(Value::map);
    }

    /** The maps in a list; an empty list where there is no such key or null. */
    public List<Fields> maps(String key) {
        return list(key).stream().map(Value::map).toList();
    }

    /** The texts in a list; an empty list where there is no such key or null. */
    public List<String> texts(String key) {
        return list(key).stream().map(Value::text).toList();
    }

    /** Every key as written, with its value. */
    public Map<String, Value> all() {
        Map<String, Value> all = new LinkedHashMap<>();
        fields.forEach((key, field) -> all.put(key, field.value()));
        asked.addAll(fields.keySet());
        return all;
    }

    /** The only key and its text, in a map that must have exactly one. */
    public Map.Entry<String, String> only() {
        if (fields.size() != 1) {
            throw wrong("expected exactly one key, found " + fields.keySet(), "Keep one");
        }
        Map.Entry<String, Value> only = all().entrySet().iterator().next();
        return Map.entry(only.getKey(), only.getValue().text());
    }

    String written() {
        return fields.entrySet().stream()
                .map(field -> field.getKey().length() + ":" + field.getKey() + "="
                        + field.getValue().value().written())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Whether the key is there, whatever its value. */
    public boolean has(String key) {
        return field(key).isPresent();
    }

    /**
     * Builds a value out of these fields; what its constructor refuses is reported with the place of this map.
     *
     * @throws InvalidFile also for a key that has not been asked for by then
     */
    public <T> T build(Supplier<T> builder) {
        return build(builder, "Correct what stands there");
    }

    /** The same with a remedy of one's own. */
    public <T> T build(Supplier<T> builder, String remedy) {
        T built = Value.built(where, builder, remedy);
        nothingElse();
        return built;
    }

    /** @throws InvalidFile if there is a key that nobody has asked for */
    public void nothingElse() {
        fields.forEach((key, field) -> {
            if (!asked.contains(key)) {
                throw new InvalidFile(field.where(), "unknown key '" + key + "'", "Remove it, or use one of " + asked);
            }
        });
    }

    /** A complaint about this map. */
    public InvalidFile wrong(String problem, String remedy) {
        return new InvalidFile(where, problem, remedy);
    }

    /** A complaint about what stands under a key, or about its absence. */
    public InvalidFile wrongAt(String key, String problem) {
        String place = field(key).map(Field::where).orElse(where);
        return new InvalidFile(place, problem, "Correct '" + spelling.apply(key) + "'");
    }

    private Optional<Field> field(String key) {
        String written = spelling.apply(key);
        asked.add(written);
        return Optional.ofNullable(fields.get(written));
    }

    private Optional<Value> something(String key) {
        return find(key).filter(value -> !value.isNothing());
    }

    private List<Value> list(String key) {
        return something(key).map(Value::list).orElse(List.of());
    }

    private <T> T read(String key, Value value, Function<String, T> reader) {
        String text = value.text();
        return value.built(() -> reader.apply(text), "Correct '" + spelling.apply(key) + "'");
    }

    /** {@code demandedBy} becomes {@code demanded-by}. */
    public static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
