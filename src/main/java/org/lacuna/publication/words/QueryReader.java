package org.lacuna.publication.words;

import java.util.ArrayList;
import java.util.List;

/** Takes a query apart, from its first character to its last. */
final class QueryReader {
    private static final String OR = "OR";

    private final String text;
    private final List<List<Term>> required = new ArrayList<>();
    private final List<Term> without = new ArrayList<>();
    private int at;

    /** Whether an OR stands behind the last term that was read. */
    private boolean or;

    QueryReader(String text) {
        this.text = text.replaceAll("[\u201c\u201d\u201e\uff02]", "\"");
        while (skipBlanks()) {
            part();
        }
        if (or) {
            or = false;
            add(Term.of(OR, false));
        }
    }

    List<List<Term>> required() {
        return required;
    }

    List<Term> without() {
        return without;
    }

    private boolean skipBlanks() {
        while (at < text.length() && blank(at)) {
            at++;
        }
        return at < text.length();
    }

    private void part() {
        boolean minus = text.charAt(at) == '-' && at + 1 < text.length() && !blank(at + 1);
        if (minus) {
            at++;
        }
        if (text.charAt(at) == '"') {
            at++;
            String phrase = upTo('"');
            at++;
            add(Term.of(phrase, false), minus);
            return;
        }
        String word = word();
        if (word.equals(OR) && !minus && !or && !required.isEmpty()) {
            or = true;
            return;
        }
        boolean beginning = word.endsWith("*");
        Term term = Term.of(word, beginning);
        if (beginning) {
            checkBeginning(word, term);
        }
        add(term, minus);
    }

    private static void checkBeginning(String word, Term term) {
        boolean tooShort = term.ways().stream()
                .map(way -> way.pieces().get(way.pieces().size() - 1).lexeme())
                .anyMatch(last -> last.length() < WordQuery.SHORTEST_BEGINNING
                        && last.codePoints().noneMatch(Character::isIdeographic));
        if (tooShort) {
            throw new NotAQuery(
                    "at least " + WordQuery.SHORTEST_BEGINNING + " letters before an asterisk", "'" + word + "'");
        }
    }

    private void add(Term term, boolean minus) {
        if (term.ways().isEmpty()) {
            return;
        }
        if (!minus) {
            add(term);
        } else if (or) {
            throw new NotAQuery("a word or phrase behind OR", "one with a minus");
        } else {
            without.add(term);
        }
    }

    private void add(Term term) {
        if (or) {
            required.get(required.size() - 1).add(term);
        } else {
            required.add(new ArrayList<>(List.of(term)));
        }
        or = false;
    }

    private String word() {
        int start = at;
        while (at < text.length() && !blank(at) && text.charAt(at) != '"') {
            at++;
        }
        return text.substring(start, at);
    }

    private String upTo(char end) {
        int start = at;
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found;
        return text.substring(start, at);
    }

    private boolean blank(int place) {
        return Character.isWhitespace(text.charAt(place)) || Character.isSpaceChar(text.charAt(place));
    }
}
