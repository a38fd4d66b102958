package org.lacuna.publication.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words that follow each other as they stand here; one word is a short phrase.
 *
 * @param pieces in their order; the first stands at place 0
 */
record Phrase(List<Piece> pieces) {
    /**
     * One word of it.
     *
     * @param place counted from the first one
     * @param beginning whether a word fits that only begins so
     */
    record Piece(String lexeme, int place, boolean beginning) {
        boolean fits(Token token) {
            return beginning
                    ? token.lexeme().startsWith(lexeme)
                    : token.lexeme().equals(lexeme);
        }

        private String tsquery() {
            return Lexemes.quoted(lexeme) + (beginning ? ":*" : "");
        }

        /** Of a pair that only begins so, the first character. */
        private Span span(Token token) {
            boolean half = beginning
                    && token.kind() == Token.Kind.PAIR
                    && lexeme.length() < token.lexeme().length();
            return new Span(token.start(), half ? token.start() + lexeme.length() : token.end());
        }
    }

    /** Of these words; empty where there is none. */
    static Optional<Phrase> of(List<Token> tokens, boolean beginning) {
        List<Token> needed = tokens.stream()
                .filter(token -> token.kind() != Token.Kind.TAIL && token.kind() != Token.Kind.JOINED)
                .toList();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < needed.size(); i++) {
            Token token = needed.get(i);
            pieces.add(new Piece(
                    token.lexeme(),
                    token.position() - needed.get(0).position(),
                    token.kind() == Token.Kind.LONE || beginning && i == needed.size() - 1));
        }
        return pieces.isEmpty() ? Optional.empty() : Optional.of(new Phrase(pieces));
    }

    /** As PostgreSQL reads it. */
    String tsquery() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (i > 0) {
                text.append(" <")
                        .append(piece.place() - pieces.get(i - 1).place())
                        .append("> ");
            }
            text.append(piece.tsquery());
        }
        return text.toString();
    }

    /** @see WordQuery#byIndex(boolean) */
    Optional<String> byIndex(boolean beginnings) {
        return pieces.stream()
                .filter(piece -> beginnings || !piece.beginning())
                .map(Piece::tsquery)
                .distinct()
                .reduce((one, other) -> one + " & " + other);
    }

    /** Whether each of its words stands somewhere in a {@link Glance}. */
    boolean mayStandIn(String glance) {
        for (Piece piece : pieces) {
            if (!Glance.holds(glance, piece.lexeme)) {
                return false;
            }
        }
        return true;
    }

    /** Where it stands from a place on, from its first word to its last; empty if it does not. */
    Optional<Span> at(int place, Map<Integer, List<Token>> text) {
        Optional<Span> whole = Optional.empty();
        for (Piece piece : pieces) {
            Optional<Span> next = text.getOrDefault(place + piece.place(), List.of()).stream()
                    .filter(piece::fits)
                    .findFirst()
                    .map(piece::span);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            whole = Optional.of(
                    new Span(whole.or(() -> next).get().start(), next.get().end()));
        }
        return whole;
    }
}
