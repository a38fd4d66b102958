package org.lacuna.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * One of the alternatives that commas separate in a selector, with what makes it cheap to ask: most rules of most
 * definitions fit no given page, and most of the others are about one element of a kind that is rare.
 *
 * @param evaluator compiled
 * @param word an id, a class or the value of an attribute, in lower case, without which no page has such an element;
 *     empty if there is none
 * @param anchor what the element must be at least: {@code meta}, {@code #id} or {@code .class}; empty for any element
 * @param simple whether only the element itself is looked at, and not what is around it
 */
public record CssAlternative(Evaluator evaluator, Optional<String> word, String anchor, boolean simple) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{4,}");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern VALUE = Pattern.compile("\\[[^\\]=]*=([^\\]]*)]");
    private static final Pattern NAME = Pattern.compile("[#.]([A-Za-z0-9_-]+)");
    private static final Pattern LAST = Pattern.compile("([a-zA-Z][a-zA-Z0-9-]*)?([#.][A-Za-z0-9_-]+)?[^ >+]*$");

    static CssAlternative of(String selector) {
        String plain = withoutFunctions(selector).strip();
        String outside = BRACKETS.matcher(plain).replaceAll("");
        boolean simple = plain.equals(selector.strip()) && outside.matches("[^ >+]*");
        return new CssAlternative(QueryParser.parse(selector), longest(plain, outside), anchor(outside), simple);
    }

    /** Whether this page may have such an element. */
    boolean mayBeIn(Capture capture) {
        return word.isEmpty() || capture.bodyInLowerCase().contains(word.get());
    }

    /**
     * The elements that fit. What is around an element is the library's to look at, since it remembers what it saw and
     * forgets it only after a whole search.
     */
    Stream<Element> in(Capture capture) {
        List<Element> candidates = capture.elements(anchor);
        if (candidates.isEmpty()) {
            return Stream.empty();
        }
        return simple
                ? candidates.stream().filter(element -> evaluator.matches(capture.html(), element))
                : capture.html().select(evaluator).stream();
    }

    /** What stands in {@code :not(…)} and its like may be just what must not be there. */
    private static String withoutFunctions(String selector) {
        StringBuilder rest = new StringBuilder();
        int depth = 0;
        for (char c : selector.toCharArray()) {
            depth += c == '(' ? 1 : 0;
            if (depth == 0) {
                rest.append(c);
            }
            depth -= c == ')' ? 1 : 0;
        }
        return BRACKETS.matcher(rest).find()
                ? rest.toString().replaceAll(":[a-zA-Z-]+(?![^\\[]*])", "")
                : rest.toString().replaceAll(":[a-zA-Z-]+", "");
    }

    private static Optional<String> longest(String plain, String outside) {
        Stream<String> values = VALUE.matcher(plain).results().map(found -> found.group(1));
        Stream<String> names = NAME.matcher(outside).results().map(found -> found.group(1));
        return Stream.concat(values, names)
                .flatMap(text -> WORD.matcher(text).results().map(found -> found.group()))
                .max(Comparator.comparingInt(String::length))
                .map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static String anchor(String outside) {
        Matcher last = LAST.matcher(outside);
        // a name with a namespace is written otherwise in the page
        if (outside.contains("|") || !last.find() || last.group(1) == null && last.group(2) == null) {
            return "";
        }
        return last.group(1) != null ? last.group(1).toLowerCase(Locale.ROOT) : exact(last.group(2));
    }

    /** Classes are compared without regard to case, ids with. */
    private static String exact(String name) {
        return name.startsWith(".") ? name.toLowerCase(Locale.ROOT) : name;
    }
}
