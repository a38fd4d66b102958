package org.lacuna.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * A CSS selector (Selectors Level 4, as far as jsoup reads it), compiled once.
 *
 * @param query as written
 * @param alternatives what its commas separate
 */
public record Css(String query, List<CssAlternative> alternatives) {
    /** A page made to hurt us has thousands of siblings, and patterns in selectors know no limit. */
    private static final List<String> TOO_DEAR = List.of("~", ":has(", ":matches");

    public Css {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Compiles a selector.
     *
     * @throws IllegalArgumentException if it is none, or one whose cost a page could drive up without bound
     */
    static Css of(String query) {
        TOO_DEAR.stream().filter(query::contains).findFirst().ifPresent(part -> {
            throw new IllegalArgumentException("expected a selector without " + part + ", found '" + query + "'");
        });
        try {
            return new Css(query, split(query).stream().map(CssAlternative::of).toList());
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalArgumentException("expected a CSS selector, found '" + query + "'", e);
        }
    }

    /**
     * The elements of a page that fit, alternative by alternative, each in document order. A page that does not even have
     * the words of an alternative is not parsed for it. (Words written as character references would be missed; no
     * platform writes its own ids so.)
     */
    public Stream<Element> in(Capture capture) {
        return alternatives.stream()
                .filter(alternative -> alternative.mayBeIn(capture))
                .flatMap(alternative -> alternative.in(capture));
    }

    /** At the commas that stand outside of brackets and parentheses. */
    private static List<String> split(String query) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (char c : query.toCharArray()) {
            if (c == ',' && depth == 0) {
                parts.add(part.toString());
                part.setLength(0);
                continue;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            part.append(c);
        }
        parts.add(part.toString());
        return parts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Css css && css.query.equals(query);
    }

    @Override
    public int hashCode() {
        return query.hashCode();
    }
}
