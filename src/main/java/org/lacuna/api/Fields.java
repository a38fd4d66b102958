package org.lacuna.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.Parameters;
import org.lacuna.publication.WrongParameter;

/** Which fields of a document are wanted; a dot leads into an object. */
final class Fields {
    private final List<String> names;

    private Fields(List<String> names) {
        this.names = names;
    }

    /** The parameter that chooses among the fields of a type of document. */
    static Parameter parameter(Class<? extends Record> type, String example) {
        return parameter(names("", type), example);
    }

    /** The same among these; those behind a dot stand in the object before it. */
    static Parameter parameter(List<String> names, String example) {
        Set<String> known = Set.copyOf(names);
        Parameter words =
                Parameters.outOf("fields", names, "Only these fields of each, with commas between them", example);
        return new Parameter(words.name(), words.description(), example, words.expected(), words.shape(), text -> {
            for (String name : text.split(",", -1)) {
                if (!known.contains(name.strip())) {
                    throw new IllegalArgumentException(name);
                }
            }
            return text.replace(" ", "");
        });
    }

    private static List<String> names(String before, Class<?> type) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(before + component.getName());
            Class<?> inner = unwrapped(component.getGenericType());
            if (before.isEmpty() && inner.isRecord()) {
                names.addAll(names(component.getName() + ".", inner));
            }
        }
        return List.copyOf(names);
    }

    /** What an Optional may hold; a list is taken or left as a whole. */
    private static Class<?> unwrapped(Type type) {
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == Optional.class
                && generic.getActualTypeArguments()[0] instanceof Class<?> inner) {
            return inner;
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    /** @throws WrongParameter if fields are asked for where a table has columns */
    static void refuse(Optional<String> asked) {
        asked.ifPresent(fields -> {
            throw new WrongParameter(
                    "fields",
                    "none with CSV, which has a column for each; JSON and NDJSON take it",
                    "'" + fields + "'",
                    Optional.empty());
        });
    }

    static Fields of(String read) {
        return new Fields(Stream.of(read.split(",")).distinct().toList());
    }

    /** The document with these fields alone, in the order in which they were asked for. */
    JsonNode of(JsonNode document) {
        ObjectNode chosen = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                set(chosen, name, document.get(name));
            } else {
                String outer = name.substring(0, dot);
                String inner = name.substring(dot + 1);
                JsonNode from = document.path(outer);
                if (from.has(inner)) {
                    set(chosen.withObjectProperty(outer), inner, from.get(inner));
                } else if (!from.isObject()) {
                    set(chosen, outer, document.get(outer));
                }
            }
        }
        return chosen;
    }

    /** A field that a document leaves out is left out here too. */
    private static void set(ObjectNode chosen, String name, JsonNode value) {
        if (value != null) {
            chosen.set(name, value);
        }
    }
}
