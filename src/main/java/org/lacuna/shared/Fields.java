package org.lacuna.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A map read strictly: from a YAML file, where every complaint names file and line, or from the JSON in which the same
 * facts are stored. Keys are asked for in camelCase; in YAML they stand in kebab-case.
 *
 * <p>Every scalar is text: in YAML 1.1 a bare {@code NO} would be false, not Norway, and a bare date a moment in time.
 */
public final class Fields {
    /** Where a value stands. A value is null, a String, a List or a {@link Fields}. */
    record Located(Object value, String where) {}

    private final Map<String, Located> values;
    private final String where;

    Fields(Map<String, Located> values, String where) {
        this.values = values;
        this.where = where;
    }

    /**
     * Reads one YAML document whose top is a map.
     *
     * @param file its name, for messages
     * @throws InvalidFile if it is not YAML, repeats a key or uses aliases
     */
    public static Fields ofYaml(String file, String text) {
        return YamlFields.read(file, text);
    }

    /** The same view of a stored JSON object. */
    public static Fields ofJson(JsonNode object) {
        Map<String, Located> values = new LinkedHashMap<>();
        object.fields()
                .forEachRemaining(
                        field -> values.put(field.getKey(), new Located(json(field.getValue()), field.getKey())));
        return new Fields(values, "stored JSON");
    }

    private static Object json(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isObject()) {
            return ofJson(node);
        }
        if (node.isArray()) {
            return node.valueStream()
                    .map(item -> new Located(json(item), "stored JSON"))
                    .toList();
        }
        return node.asText();
    }

    /** Where this map starts, for messages. */
    public String where() {
        return where;
    }

    /** @throws InvalidFile if there is a key other than these, or other than these in camelCase */
    public Fields allow(Set<String> keys) {
        values.forEach((key, value) -> {
            if (!keys.contains(key)) {
                throw new InvalidFile(
                        value.where(),
                        "unknown key '" + kebab(key) + "'",
                        "Remove it, or use one of "
                                + new TreeSet<>(keys.stream().map(Fields::kebab).toList()));
            }
        });
        return this;
    }

    /** The text under a key that must be there. */
    public String text(String key) {
        return maybe(key)
                .orElseThrow(() -> new InvalidFile(
                        values.containsKey(key) ? values.get(key).where() : where,
                        "expected a text under '" + kebab(key) + "', found nothing",
                        "Add '" + kebab(key) + ": …'"));
    }

    /** The text under a key; empty where there is no such key or null. */
    public Optional<String> maybe(String key) {
        Located found = values.get(key);
        if (found == null || found.value() == null) {
            return Optional.empty();
        }
        if (found.value() instanceof String text) {
            return Optional.of(text);
        }
        throw wrong(key, "expected a text under '" + kebab(key) + "', found a list or a map");
    }

    /** The text under a key that must be there, read further; what the reader refuses is reported with its place. */
    public <T> T as(String key, Function<String, T> reader) {
        return read(key, text(key), reader);
    }

    /** The same for a key that may be missing or null. */
    public <T> Optional<T> maybeAs(String key, Function<String, T> reader) {
        return maybe(key).map(text -> read(key, text, reader));
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
        Located found = values.get(key);
        if (found == null || found.value() == null) {
            return Optional.empty();
        }
        if (found.value() instanceof Fields map) {
            return Optional.of(map);
        }
        throw wrong(key, "expected a map under '" + kebab(key) + "', found a text or a list");
    }

    /** The maps in a list; an empty list where there is no such key or null. */
    public List<Fields> maps(String key) {
        return items(key).stream()
                .map(item -> item.value() instanceof Fields map ? map : refuse(item.where(), key, "a map"))
                .map(Fields.class::cast)
                .toList();
    }

    /** The texts in a list; an empty list where there is no such key or null. */
    public List<String> texts(String key) {
        return items(key).stream()
                .map(item -> item.value() instanceof String text ? text : refuse(item.where(), key, "a text"))
                .map(String.class::cast)
                .toList();
    }

    /** The only key and value of a map that must have exactly one. */
    public Map.Entry<String, String> only() {
        if (values.size() != 1) {
            throw new InvalidFile(where, "expected exactly one key, found " + values.keySet(), "Keep one");
        }
        String key = values.keySet().iterator().next();
        return Map.entry(key, text(key));
    }

    /** Whether the key is there, whatever its value. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Builds a value out of these fields; what its constructor refuses is reported with the place of this map. */
    public <T> T build(Supplier<T> builder) {
        try {
            return builder.get();
        } catch (IllegalArgumentException refused) {
            throw new InvalidFile(where, refused.getMessage(), "Correct what stands there");
        }
    }

    /** A complaint about the value under a key. */
    public InvalidFile wrong(String key, String problem) {
        String place = values.containsKey(key) ? values.get(key).where() : where;
        return new InvalidFile(place, problem, "Correct '" + kebab(key) + "'");
    }

    @SuppressWarnings("unchecked")
    private List<Located> items(String key) {
        Located found = values.get(key);
        if (found == null || found.value() == null) {
            return List.of();
        }
        if (found.value() instanceof List<?> list) {
            return (List<Located>) list;
        }
        throw wrong(key, "expected a list under '" + kebab(key) + "', found a text or a map");
    }

    private <T> T read(String key, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException refused) {
            throw wrong(key, refused.getMessage());
        }
    }

    private static Object refuse(String where, String key, String expected) {
        throw new InvalidFile(where, "expected " + expected + " in '" + kebab(key) + "'", "Correct the list item");
    }

    /** {@code demandedBy} becomes {@code demanded-by}. */
    public static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** {@code demanded-by} becomes {@code demandedBy}. */
    public static String camel(String kebab) {
        StringBuilder camel = new StringBuilder();
        for (String part : kebab.split("-", -1)) {
            camel.append(
                    camel.isEmpty() || part.isEmpty()
                            ? part
                            : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }
}
