package org.lacuna.publication.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands between two blanks of a query, or in its quotation marks.
 *
 * @param ways in which it may be written, each enough; with the signs inside words and without them
 */
record Term(List<Phrase> ways) {
    /**
     * The term for a text; without any ways if there is no word in it.
     *
     * @param beginning whether more letters may follow the last word
     */
    static Term of(String text, boolean beginning) {
        List<Token> tokens = Tokens.of(text);
        boolean joined = tokens.stream().anyMatch(token -> token.kind() == Token.Kind.JOINED);
        Stream<Phrase> apart = Phrase.of(tokens, beginning).stream();
        Stream<Phrase> together =
                joined ? Phrase.of(Tokens.of(Tokens.joined(text)), beginning).stream() : Stream.empty();
        return new Term(Stream.concat(apart, together).distinct().toList());
    }

    int words() {
        return ways.stream().mapToInt(way -> way.pieces().size()).sum();
    }

    String tsquery() {
        return ways.stream().map(Phrase::tsquery).collect(Collectors.joining(") | (", "(", ")"));
    }

    /** @see WordQuery#byIndex(boolean) */
    Optional<String> byIndex(boolean beginnings) {
        List<Optional<String>> each =
                ways.stream().map(way -> way.byIndex(beginnings)).toList();
        return each.stream().allMatch(Optional::isPresent)
                ? Optional.of(each.stream().map(Optional::get).collect(Collectors.joining(") | (", "(", ")")))
                : Optional.empty();
    }

    boolean hasBeginnings() {
        return ways.stream().flatMap(way -> way.pieces().stream()).anyMatch(Phrase.Piece::beginning);
    }

    /** Whether none of its ways asks for more than one word. */
    boolean isWords() {
        return ways.stream().allMatch(way -> way.pieces().size() == 1);
    }
}
