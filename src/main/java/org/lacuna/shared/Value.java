package org.lacuna.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A value of a strict format that knows where it stands: a text, a list, a map, or nothing ({@code null}). Every
 * complaint about it is an {@link InvalidFile} that names the place.
 *
 * <p>Every scalar is text: in YAML 1.1 a bare {@code NO} would be false, not Norway, and a bare date a moment in time.
 */
public final class Value {
    private final String where;
    private final Object content;

    private Value(String where, Object content) {
        this.where = where;
        this.content = content;
    }

    static Value nothing(String where) {
        return new Value(where, Optional.empty());
    }

    static Value text(String where, String text) {
        return new Value(where, text);
    }

    static Value list(String where, List<Value> items) {
        return new Value(where, items);
    }

    static Value map(String where, Fields fields) {
        return new Value(where, fields);
    }

    /** The place, such as {@code zoom.yaml:12}. */
    public String where() {
        return where;
    }

    /** Whether it is {@code null}, or nothing was written at all. */
    public boolean isNothing() {
        return content instanceof Optional;
    }

    /** The text exactly as it stands there, blanks included; what is not a text is refused. */
    public String text() {
        if (content instanceof String text) {
            return text;
        }
        throw wrong("expected a text, found " + found(), "Write one text, in quotes if it holds : # { or [");
    }

    /** The text without the blanks around it; one of nothing but blanks is refused. */
    public String words() {
        String words = text().strip();
        if (words.isEmpty()) {
            throw wrong("expected a text, found only blanks", "Write one text");
        }
        return words;
    }

    /** The map; anything else is refused. */
    public Fields map() {
        if (content instanceof Fields fields) {
            return fields;
        }
        throw wrong("expected keys and values, found " + found(), "Write 'key: value' lines or { key: value }");
    }

    /** The items of a list, which may be empty; anything but a list is refused. */
    public List<Value> list() {
        if (content instanceof List<?> items) {
            return items.stream().map(Value.class::cast).toList();
        }
        throw wrong("expected a list, found " + found(), "Write [ one, two ] or one '- item' a line");
    }

    /** The items of a list that has at least one. */
    public List<Value> items() {
        List<Value> items = list();
        if (items.isEmpty()) {
            throw wrong("expected at least one item, found an empty list", "Add an item or leave the key out");
        }
        return items;
    }

    /** The {@link #items()}, or this value alone where no list was written. */
    public List<Value> itemsOrOne() {
        return content instanceof List ? items() : List.of(this);
    }

    /** The {@link #words()}, read further; what the reader refuses is reported with this place. */
    public <T> T as(Function<String, T> reader, String remedy) {
        String words = words();
        return built(() -> reader.apply(words), remedy);
    }

    /** What a builder makes of this value; its {@link IllegalArgumentException} is reported with this place. */
    public <T> T built(Supplier<T> builder, String remedy) {
        return built(where, builder, remedy);
    }

    static <T> T built(String where, Supplier<T> builder, String remedy) {
        try {
            return builder.get();
        } catch (IllegalArgumentException refused) {
            // a PatternSyntaxException draws an arrow on further lines
            String problem = String.valueOf(refused.getMessage());
            throw new InvalidFile(where, problem.lines().findFirst().orElse("not readable"), remedy);
        }
    }

    /** The complaint that this value deserves. */
    public InvalidFile wrong(String problem, String remedy) {
        return new InvalidFile(where, problem, remedy);
    }

    /** What was written, in one form: the same for the same content, whatever its spacing, quotes and comments. */
    public String written() {
        if (content instanceof Fields fields) {
            return fields.written();
        }
        if (content instanceof List<?> items) {
            return items.stream().map(item -> ((Value) item).written()).collect(Collectors.joining(",", "[", "]"));
        }
        return content instanceof String text ? text.length() + ":" + text : "nothing";
    }

    private String found() {
        if (content instanceof String text) {
            return "'" + text + "'";
        }
        return isNothing() ? "nothing" : content instanceof List ? "a list" : "keys and values";
    }
}
