package org.lacuna.platform;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lacuna.shared.Fields;
import org.lacuna.shared.Value;

/** Reads the {@code when} of a rule. What costs nothing is put first, so that it is asked first. */
final class ConditionReader {
    private static final String BODY = "body";

    private ConditionReader() {}

    /** A mapping whose conditions all hold, or a list of such mappings that all hold. */
    static Condition read(Value when) {
        List<Condition> all =
                when.itemsOrOne().stream().map(item -> together(item.map())).toList();
        return all.size() == 1 ? all.get(0) : new AllOf(all);
    }

    private static Condition together(Fields when) {
        List<Condition> all = new ArrayList<>();
        when.find("status").ifPresent(value -> all.add(status(value)));
        when.find("redirectsTo").ifPresent(value -> all.add(new RedirectsTo(pattern(value))));
        when.find("header").ifPresent(value -> all.add(header(value, when)));
        when.find("json").ifPresent(value -> all.add(json(value, when)));
        when.find("text").ifPresent(value -> all.add(new TextSays(wording(value))));
        when.find("element").ifPresent(value -> all.add(element(value, when)));
        when.find("any")
                .ifPresent(value -> all.add(new AnyOf(
                        value.items().stream().map(ConditionReader::read).toList())));
        when.nothingElse();
        when.find("contains").filter(said -> places(when) > 1).ifPresent(said -> {
            throw said.wrong(
                    "expected 'contains' beside one of header, json and element, found it beside several",
                    "Write them as a list of conditions");
        });
        if (all.isEmpty()) {
            throw when.wrong("expected a condition, found none", "Write for example { status: 404 }");
        }
        return all.size() == 1 ? all.get(0) : new AllOf(all);
    }

    private static Condition status(Value value) {
        return new StatusIs(
                value.itemsOrOne().stream().map(ConditionReader::code).toList());
    }

    /** An HTTP status, or {@code unknown} where a stored page does not say ({@link StatusIs#UNKNOWN}). */
    static int code(Value value) {
        String text = value.words();
        if (text.equals("unknown")) {
            return StatusIs.UNKNOWN;
        }
        if (!text.matches("[1-9][0-9]{2}")) {
            throw value.wrong(
                    "expected an HTTP status code of three digits, found '" + text + "'", "Write for example 404");
        }
        return Integer.parseInt(text);
    }

    private static Condition header(Value value, Fields when) {
        Optional<String> rel = when.find("rel").map(Value::words);
        return new HeaderHas(value.words(), rel, contains(when));
    }

    private static Condition element(Value value, Fields when) {
        Optional<String> attribute = when.find("attribute").map(Value::words);
        return new ElementIs(css(value), attribute, contains(when));
    }

    private static Condition json(Value value, Fields when) {
        JsonPointer pointer = pointer(value);
        Optional<String> below = when.find("below").map(Value::words);
        Optional<String> assigned = when.find("assignedTo").map(Value::words);
        List<Value> in = when.find("in").map(Value::itemsOrOne).orElse(List.of());
        List<ScriptSource> scripts = in.stream()
                .filter(source -> !source.words().equals(BODY))
                .map(source -> new ScriptSource(css(source), assigned))
                .toList();
        if (scripts.isEmpty() && assigned.isPresent()) {
            throw value.wrong("'assigned-to' names a variable of a script", "Add for example 'in: script'");
        }
        List<String> is = when.find("is").map(Value::itemsOrOne).orElse(List.of()).stream()
                .map(Value::words)
                .toList();
        Optional<Wording> contains = contains(when);
        if (!is.isEmpty() && contains.isPresent()) {
            throw value.wrong("expected 'is' or 'contains', found both", "Keep one of them");
        }
        return new JsonIs(pointer, below, in.isEmpty() || in.size() > scripts.size(), scripts, is, contains);
    }

    private static JsonPointer pointer(Value value) {
        return value.built(
                () -> JsonPointer.compile(value.text()), "Write a JSON pointer (RFC 6901) such as /error/code");
    }

    private static long places(Fields when) {
        return Stream.of("header", "json", "element").filter(when::has).count();
    }

    private static Optional<Wording> contains(Fields when) {
        return when.find("contains").map(ConditionReader::wording);
    }

    private static Css css(Value value) {
        return value.as(Css::of, "Write a selector such as \"meta[property='og:title']\"");
    }

    private static Wording wording(Value value) {
        List<String> phrases = value.itemsOrOne().stream().map(Value::words).toList();
        return value.built(() -> Wording.of(phrases), "Write the platform's words");
    }

    static Pattern pattern(Value value) {
        return value.as(Pattern::compile, "Write a regular expression of java.util.regex");
    }
}
