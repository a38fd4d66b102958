package org.lacuna.platform;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
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
 * @param words names of elements, ids, classes, values of attributes and what a script holds, in lower case, without each
 *     of which no page has such an element
 * @param anchor what the element must be at least: {@code meta}, {@code #id} or {@code .class}; empty for any element
 * @param chain what its ancestors must be, outermost first, and last the element itself, if the selector asks nothing
 *     else; otherwise empty
 */
public record CssAlternative(Evaluator evaluator, List<String> words, String anchor, List<Evaluator> chain) {
    /** Elements that stand in the head of a page, nearly always. */
    private static final Set<String> IN_HEADS = Set.of("title", "meta", "link");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_./:-]{4,}");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern VALUE = Pattern.compile("\\[[^\\]=!]*=([^\\]]*)]");
    private static final Pattern DATA = Pattern.compile(":containsData\\(([^()]*)\\)");
    private static final Pattern ELEMENT =
            Pattern.compile("(?<![#.A-Za-z0-9_|-])[A-Za-z][A-Za-z0-9-]{3,}(?![A-Za-z0-9|-])");

    /** Elements that a parser adds where they are not written. */
    private static final Set<String> IMPLIED = Set.of("html", "head", "body", "tbody", "colgroup");

    private static final Pattern NAME = Pattern.compile("[#.]([A-Za-z0-9_-]+)");
    private static final Pattern LAST = Pattern.compile("([a-zA-Z][a-zA-Z0-9-]*)?([#.][A-Za-z0-9_-]+)?[^ >+]*$");
    private static final Pattern COMPOUND = Pattern.compile("(?:\\[[^\\]]*]|\\([^()]*\\)|[^ \\[(])+");

    public CssAlternative {
        words = List.copyOf(words);
        chain = List.copyOf(chain);
    }

    static CssAlternative of(String selector) {
        String written = selector.strip();
        String plain = withoutFunctions(written).strip();
        String outside = BRACKETS.matcher(plain).replaceAll("");
        boolean descent = plain.equals(DATA.matcher(written).replaceAll("")) && outside.matches("[^>+]*");
        List<Evaluator> chain = descent ? compounds(written) : List.of();
        return new CssAlternative(
                chain.size() == 1 ? chain.get(0) : QueryParser.parse(written),
                words(plain, outside, descent ? written : ""),
                anchor(outside),
                chain);
    }

    private static List<Evaluator> compounds(String descent) {
        return COMPOUND.matcher(descent)
                .results()
                .map(found -> QueryParser.parse(found.group()))
                .toList();
    }

    /** Whether this page may have such an element. */
    boolean mayBeIn(Capture capture) {
        for (String word : words) {
            if (!capture.mayHave(word)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The elements that fit. Where more than a chain of ancestors is asked for, the library must search the whole page:
     * it remembers what it saw and forgets it only after a search.
     */
    Stream<Element> in(Capture capture) {
        if (chain.size() == 1 && IN_HEADS.contains(anchor)) {
            return inHeadFirst(capture);
        }
        List<Element> candidates = capture.elements(anchor);
        if (candidates.isEmpty()) {
            return Stream.empty();
        }
        return chain.isEmpty()
                ? capture.html().select(evaluator).stream()
                : candidates.stream().filter(this::ends);
    }

    /** What is found in the head is found without reading the rest. A page has one title, its first (HTML §3.1.5). */
    private Stream<Element> inHeadFirst(Capture capture) {
        List<Element> head = capture.elementsInHead(anchor);
        if (anchor.equals("title")) {
            return (head.isEmpty() ? capture.elements(anchor) : head)
                    .stream().limit(1).filter(this::ends);
        }
        Supplier<List<Element>> all = () -> capture.elements(anchor);
        return Stream.<Supplier<List<Element>>>of(() -> head, all)
                .flatMap(found -> found.get().stream())
                .filter(this::ends);
    }

    /** Whether the chain ends with this element. The nearest ancestor that fits will do: nothing asks for a parent. */
    private boolean ends(Element element) {
        Element page = element.root();
        int left = chain.size() - 1;
        if (!chain.get(left).matches(page, element)) {
            return false;
        }
        for (Element above = element.parent(); left > 0 && above != null; above = above.parent()) {
            if (chain.get(left - 1).matches(page, above)) {
                left--;
            }
        }
        return left == 0;
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

    private static List<String> words(String plain, String outside, String withData) {
        Stream<String> values = VALUE.matcher(plain).results().map(found -> found.group(1));
        Stream<String> names = NAME.matcher(outside).results().map(found -> found.group(1));
        Stream<String> scripts = DATA.matcher(withData).results().map(found -> found.group(1));
        Stream<String> elements = ELEMENT.matcher(outside)
                .results()
                .map(found -> found.group())
                .filter(name -> !IMPLIED.contains(name.toLowerCase(Locale.ROOT)));
        return Stream.of(values, names, scripts, elements)
                .flatMap(Function.identity())
                .flatMap(text -> WORD.matcher(text).results().map(found -> found.group()))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
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
