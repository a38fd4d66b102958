package org.lacuna.platform;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the {@code when} of a rule. What costs nothing is put first, so that it is asked first. */
final class ConditionReader {
    private static final String BODY = "body";

    private ConditionReader() {}

    /** A mapping whose conditions all hold, or a list of such mappings that all hold. */
    static Condition read(YamlValue when) {
        List<Condition> all =
                when.itemsOrOne().stream().map(item -> together(item.mapping())).toList();
        return all.size() == 1 ? all.get(0) : new AllOf(all);
    }

    private static Condition together(YamlMapping when) {
        List<Condition> all = new ArrayList<>();
        when.find("status").ifPresent(value -> all.add(status(value)));
        when.find("redirects-to").ifPresent(value -> all.add(new RedirectsTo(pattern(value))));
        when.find("header").ifPresent(value -> all.add(header(value, when)));
        when.find("json").ifPresent(value -> all.add(json(value, when)));
        when.find("text").ifPresent(value -> all.add(new TextSays(wording(value))));
        when.find("element").ifPresent(value -> all.add(element(value, when)));
        when.find("any")
                .ifPresent(value -> all.add(new AnyOf(
                        value.items().stream().map(ConditionReader::read).toList())));
        when.nothingElse();
        if (all.isEmpty()) {
            throw when.wrong("expected a condition, found none", "write for example { status: 404 }");
        }
        return all.size() == 1 ? all.get(0) : new AllOf(all);
    }

    private static Condition status(YamlValue value) {
        return new StatusIs(value.itemsOrOne().stream().map(YamlValue::status).toList());
    }

    private static Condition header(YamlValue value, YamlMapping when) {
        Optional<String> rel = when.find("rel").map(YamlValue::text);
        return new HeaderHas(value.text(), rel, contains(when));
    }

    private static Condition element(YamlValue value, YamlMapping when) {
        Optional<String> attribute = when.find("attribute").map(YamlValue::text);
        return new ElementIs(css(value), attribute, contains(when));
    }

    private static Condition json(YamlValue value, YamlMapping when) {
        JsonPointer pointer = pointer(value);
        Optional<String> below = when.find("below").map(YamlValue::text);
        Optional<String> assigned = when.find("assigned-to").map(YamlValue::text);
        List<YamlValue> in = when.find("in").map(YamlValue::itemsOrOne).orElse(List.of());
        List<ScriptSource> scripts = in.stream()
                .filter(source -> !source.text().equals(BODY))
                .map(source -> new ScriptSource(css(source), assigned))
                .toList();
        if (scripts.isEmpty() && assigned.isPresent()) {
            throw value.wrong("'assigned-to' names a variable of a script", "add for example 'in: script'");
        }
        List<String> is = when.find("is").map(YamlValue::itemsOrOne).orElse(List.of()).stream()
                .map(YamlValue::text)
                .toList();
        Optional<Wording> contains = contains(when);
        if (!is.isEmpty() && contains.isPresent()) {
            throw value.wrong("expected 'is' or 'contains', found both", "keep one of them");
        }
        return new JsonIs(pointer, below, in.isEmpty() || in.size() > scripts.size(), scripts, is, contains);
    }

    private static JsonPointer pointer(YamlValue value) {
        return value.built(
                () -> JsonPointer.compile(value.textOrNone()), "write a JSON pointer (RFC 6901) such as /error/code");
    }

    /** One {@code contains} speaks of one thing: in a second condition of the same mapping it is an unknown key. */
    private static Optional<Wording> contains(YamlMapping when) {
        return when.find("contains").map(ConditionReader::wording);
    }

    private static Css css(YamlValue value) {
        return value.as(Css::of, "write a selector such as \"meta[property='og:title']\"");
    }

    private static Wording wording(YamlValue value) {
        List<String> phrases = value.itemsOrOne().stream().map(YamlValue::text).toList();
        try {
            return Wording.of(phrases);
        } catch (IllegalArgumentException e) {
            throw value.wrong(e.getMessage(), "write the platform's words");
        }
    }

    static Pattern pattern(YamlValue value) {
        return value.as(Pattern::compile, "write a regular expression of java.util.regex");
    }
}
