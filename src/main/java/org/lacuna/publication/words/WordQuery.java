package org.lacuna.publication.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What somebody looks for: words that must all be there, {@code "phrases"}, {@code begin*}, {@code -without} and
 * {@code one OR other}. Whatever else it holds is text.
 */
public final class WordQuery {
    /** The longest text to look for, in characters. */
    public static final int LONGEST = 500;

    /** The shortest beginning of a word that may stand for all that begin so; a shorter one is most of what there is. */
    static final int SHORTEST_BEGINNING = 3;

    private static final int MOST_WORDS = 60;

    private final List<List<Term>> required;
    private final List<Term> without;

    private WordQuery(List<List<Term>> required, List<Term> without) {
        this.required = required;
        this.without = without;
    }

    /**
     * Reads it.
     *
     * @throws NotAQuery for a text that is too long, holds no word, or only says what must not be there
     */
    public static WordQuery read(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            throw new NotAQuery("at most " + LONGEST + " characters", length + " characters");
        }
        QueryReader reader = new QueryReader(text);
        List<List<Term>> required = reader.required();
        List<Term> without = reader.without();
        if (required.isEmpty()) {
            throw without.isEmpty()
                    ? new NotAQuery("at least one word", "only signs")
                    : new NotAQuery(
                            "a word to look for beside those that must not be there", "only words with a minus");
        }
        int words = Stream.concat(required.stream().flatMap(List::stream), without.stream())
                .mapToInt(Term::words)
                .sum();
        if (words > MOST_WORDS) {
            throw new NotAQuery("at most " + MOST_WORDS + " words", words + " words");
        }
        return new WordQuery(required, without);
    }

    /** As PostgreSQL reads it, of type {@code tsquery}. */
    public String tsquery() {
        Stream<String> with = required.stream().map(WordQuery::any);
        return Stream.concat(with, without.stream().map(WordQuery::not)).collect(Collectors.joining(" & "));
    }

    private static String both(String one, String other) {
        return one + " & " + other;
    }

    private static String not(Term term) {
        return "!(" + term.tsquery() + ")";
    }

    private static String any(List<Term> terms) {
        return terms.stream().map(Term::tsquery).collect(Collectors.joining(" | ", "(", ")"));
    }

    /**
     * What an index of words can tell without a look at the texts: every text that fits the query fits this, and perhaps
     * some more, since the index does not know which word follows which. As a tsquery; empty if no word is left that must
     * be there.
     *
     * @param beginnings whether the index is asked for how words begin, as it gathers each text with such a word for it
     */
    public Optional<String> byIndex(boolean beginnings) {
        Optional<String> with = required.stream()
                .map(any -> byIndex(any, beginnings))
                .flatMap(Optional::stream)
                .reduce(WordQuery::both);
        return with.map(words -> without.stream()
                .filter(term -> term.isWords() && !term.hasBeginnings())
                .map(WordQuery::not)
                .reduce(words, WordQuery::both));
    }

    private static Optional<String> byIndex(List<Term> any, boolean beginnings) {
        List<Optional<String>> terms =
                any.stream().map(term -> term.byIndex(beginnings)).toList();
        return terms.stream().allMatch(Optional::isPresent)
                ? Optional.of(terms.stream().map(Optional::get).collect(Collectors.joining(" | ", "(", ")")))
                : Optional.empty();
    }

    /** What must be there and is found by how words begin: {@code begin*}, and a lone character of a script without blanks. */
    public Optional<String> beginnings() {
        return required.stream()
                .filter(any -> any.stream().anyMatch(Term::hasBeginnings))
                .map(WordQuery::any)
                .reduce(WordQuery::both);
    }

    /** Where in a text the words stand that are looked for, in their order and without overlaps. */
    public List<Span> in(String text) {
        if (Glance.at(text).filter(glance -> !mayStandIn(glance)).isPresent()) {
            return List.of();
        }
        Map<Integer, List<Token>> places = Pieces.of(text).stream().collect(Collectors.groupingBy(Token::position));
        int last = places.keySet().stream().mapToInt(place -> place).max().orElse(-1);
        List<Span> found = required.stream()
                .flatMap(List::stream)
                .flatMap(term -> term.ways().stream())
                .flatMap(way -> IntStream.rangeClosed(0, last).boxed().flatMap(place -> way.at(place, places).stream()))
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .toList();
        return merged(found);
    }

    private boolean mayStandIn(String glance) {
        for (List<Term> any : required) {
            for (Term term : any) {
                for (Phrase way : term.ways()) {
                    if (way.mayStandIn(glance)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans) {
            int last = merged.size() - 1;
            if (last >= 0 && span.start() <= merged.get(last).end()) {
                Span before = merged.get(last);
                merged.set(last, new Span(before.start(), Math.max(before.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
