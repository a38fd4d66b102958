package org.lacuna.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lacuna.shared.Fields;
import org.lacuna.shared.Value;

/**
 * Reads the {@code when} of a rule. What costs nothing is put first, so that it is asked first.
 *
 * @param places reads where data stands
 */
record ConditionReader(PlaceReader places) {
    /** A mapping whose conditions all hold, or a list of such mappings that all hold. */
    Condition read(Value when) {
        List<Condition> all =
                when.itemsOrOne().stream().map(item -> together(item.map())).toList();
        return all.size() == 1 ? all.get(0) : new AllOf(all);
    }

    private Condition together(Fields when) {
        List<Condition> all = new ArrayList<>();
        when.find("status").ifPresent(value -> all.add(status(value)));
        when.find("redirectsTo").ifPresent(value -> all.add(new RedirectsTo(pattern(value))));
        when.find("header").ifPresent(value -> all.add(header(value, when)));
        when.find("shorterThan").ifPresent(value -> all.add(shorter(value)));
        when.find("body").ifPresent(value -> all.add(body(value)));
        when.find("bodyMatches").ifPresent(value -> all.add(new BodyMatches(pattern(value))));
        when.find("json").ifPresent(value -> all.add(json(value, when)));
        when.find("text").ifPresent(value -> all.add(new TextSays(wording(value))));
        when.find("element").ifPresent(value -> all.add(element(value, when)));
        when.find("showsAtMost").ifPresent(value -> all.add(new ShowsAtMost(characters(value))));
        when.find("any").ifPresent(value -> all.add(new AnyOf(several(value))));
        when.find("none").ifPresent(value -> all.add(new NoneOf(several(value))));
        when.nothingElse();
        oneOf(when, "contains", List.of("header", "json", "element"));
        oneOf(when, "is", List.of("json", "element"));
        oneOf(when, "matches", List.of("json", "element"));
        if (all.isEmpty()) {
            throw when.wrong("expected a condition, found none", "Write for example { status: 404 }");
        }
        return all.size() == 1 ? all.get(0) : new AllOf(all);
    }

    private List<Condition> several(Value value) {
        return value.items().stream().map(this::read).toList();
    }

    /** What is said of a place must not leave open of which. */
    private static void oneOf(Fields when, String key, List<String> places) {
        when.find(key)
                .filter(said -> places.stream().filter(when::has).count() > 1)
                .ifPresent(said -> {
                    throw said.wrong(
                            "expected '" + key + "' beside one of " + places + ", found it beside several",
                            "Write them as a list of conditions");
                });
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

    private static int characters(Value value) {
        String text = value.words();
        if (!text.matches("0|[1-9][0-9]{0,4}")) {
            throw value.wrong("expected a number of characters, found '" + text + "'", "Write for example 500");
        }
        return Integer.parseInt(text);
    }

    private static Condition header(Value value, Fields when) {
        Optional<String> rel = when.find("rel").map(Value::words);
        return new HeaderHas(value.words(), rel, contains(when));
    }

    private static Condition shorter(Value value) {
        String text = value.words();
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw value.wrong("expected a number of characters, found '" + text + "'", "Write for example 20000");
        }
        return value.built(() -> new BodyShorter(Integer.parseInt(text)), "Write for example 20000");
    }

    /** Letter by letter, spaces at its ends included. */
    private static Condition body(Value value) {
        List<String> phrases = value.itemsOrOne().stream().map(Value::text).toList();
        return value.built(() -> new BodySays(phrases), "Write what the answer contains");
    }

    private static Condition element(Value value, Fields when) {
        Optional<Saying> is = when.find("is").map(said -> new Saying.Exactly(wording(said)));
        return new ElementIs(PlaceReader.element(value, when), is.or(() -> says(value, when)));
    }

    private Condition json(Value value, Fields when) {
        List<String> is = when.find("is").map(Value::itemsOrOne).orElse(List.of()).stream()
                .map(Value::words)
                .toList();
        return new JsonIs(places.json(value, when), is, says(value, when));
    }

    private static Optional<Saying> says(Value value, Fields when) {
        if (Stream.of("is", "contains", "matches").filter(when::has).count() > 1) {
            throw value.wrong("expected one of 'is', 'contains' and 'matches', found several", "Keep one of them");
        }
        Optional<Saying> contains = contains(when).map(Saying.Containing::new);
        return contains.or(() -> when.find("matches")
                .map(pattern -> pattern.as(
                        Saying.Matching::of, "Write a regular expression of java.util.regex, with ' for apostrophes")));
    }

    private static Optional<Wording> contains(Fields when) {
        return when.find("contains").map(ConditionReader::wording);
    }

    private static Wording wording(Value value) {
        List<String> phrases = value.itemsOrOne().stream().map(Value::words).toList();
        return value.built(() -> Wording.of(phrases), "Write the platform's words");
    }

    static Pattern pattern(Value value) {
        return value.as(Pattern::compile, "Write a regular expression of java.util.regex");
    }
}
