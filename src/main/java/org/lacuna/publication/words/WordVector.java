package org.lacuna.publication.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The words of a document as PostgreSQL's {@code tsvector}, within its limits (PostgreSQL 17, §12.11): a megabyte in
 * all, 256 places for a word, places up to 16,383. Words that stand further back are found alone but not in a phrase;
 * words beyond the megabyte are not found.
 */
public final class WordVector {
    private static final int LAST_PLACE = 16_383;
    private static final int MOST_PLACES = 255;
    private static final int MOST_BYTES = 1_000_000;

    /** What a word costs beside its letters: its entry, the number of its places, and filling between them. */
    private static final int COST_OF_WORD = 12;

    private static final int COST_OF_PLACE = 2;

    /** Between two texts, so that no phrase runs from one into the other. */
    private static final int GAP = 10;

    private final Map<String, Places> words = new HashMap<>();
    private int next = 1;
    private int bytes;

    /** Adds a text behind those that were added before. */
    public WordVector add(String text, Weight weight) {
        int last = next;
        for (Token token : Pieces.of(text)) {
            last = next + token.position();
            place(token.lexeme(), Math.min(last, LAST_PLACE), weight);
        }
        next = last + GAP;
        return this;
    }

    private void place(String lexeme, int place, Weight weight) {
        Places places = words.get(lexeme);
        if (places == null) {
            int cost = COST_OF_WORD + Lexemes.bytes(lexeme);
            if (bytes + cost + COST_OF_PLACE > MOST_BYTES) {
                return;
            }
            bytes += cost;
            places = new Places();
            words.put(lexeme, places);
        }
        if (places.count() < MOST_PLACES && bytes + COST_OF_PLACE <= MOST_BYTES && places.add(place, weight)) {
            bytes += COST_OF_PLACE;
        }
    }

    private String[] sorted() {
        String[] sorted = words.keySet().toArray(String[]::new);
        Arrays.sort(sorted);
        return sorted;
    }

    /** As PostgreSQL reads and writes it, the words in their order. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (String word : sorted()) {
            out.append(out.isEmpty() ? "" : " ");
            Lexemes.quote(word, out);
            words.get(word).write(out);
        }
        return out.toString();
    }

    /** In PostgreSQL's binary form, the words in their order. */
    public VectorBytes bytes() {
        String[] sorted = sorted();
        VectorBytes out = new VectorBytes();
        for (String word : sorted) {
            out.add(word, words.get(word));
        }
        return out;
    }
}
