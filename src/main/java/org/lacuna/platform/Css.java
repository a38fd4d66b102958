package org.lacuna.platform;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * A CSS selector (Selectors Level 4, as far as jsoup reads it), compiled once.
 *
 * @param query as written
 * @param evaluator compiled
 */
public record Css(String query, Evaluator evaluator) {
    /** A page made to hurt us has thousands of siblings, and patterns in selectors know no limit. */
    private static final List<String> TOO_DEAR = List.of("~", ":has(", ":matches");

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
            return new Css(query, QueryParser.parse(query));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalArgumentException("expected a CSS selector, found '" + query + "'", e);
        }
    }

    /** The elements that fit, in document order. */
    public Elements in(Document document) {
        return document.select(evaluator);
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
