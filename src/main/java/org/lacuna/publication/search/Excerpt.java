package org.lacuna.publication.search;

import java.util.ArrayList;
import java.util.List;
import org.lacuna.publication.words.Span;

/** Cuts the part out of a long text that holds the first words that were found. */
final class Excerpt {
    private static final String MORE = "…";
    private static final int BEFORE = 80;
    private static final int LONGEST = 240;

    /** How far a cut may move to fall between two words. */
    private static final int TO_A_BLANK = 20;

    private final String text;
    private final List<Found.Segment> segments = new ArrayList<>();

    private Excerpt(String text) {
        this.text = text;
    }

    /** @param spans in their order, without overlaps, at least one */
    static List<Found.Segment> of(String text, List<Span> spans) {
        Excerpt excerpt = new Excerpt(text);
        int first = spans.get(0).start();
        int from = first <= BEFORE ? 0 : excerpt.cut(first - BEFORE, first);
        int to = text.length() - from <= LONGEST ? text.length() : excerpt.cut(from + LONGEST, text.length());
        to = Math.max(to, Math.min(text.length(), spans.get(0).end()));
        excerpt.write(from, to, spans);
        return excerpt.segments;
    }

    private void write(int from, int to, List<Span> spans) {
        StringBuilder plain = new StringBuilder(from > 0 ? MORE : "");
        int at = from;
        for (Span span : spans) {
            if (span.end() > to) {
                break;
            }
            plain.append(text, at, span.start());
            add(plain.toString(), false);
            plain.setLength(0);
            add(text.substring(span.start(), span.end()), true);
            at = span.end();
        }
        plain.append(text, at, to).append(to < text.length() ? MORE : "");
        add(plain.toString(), false);
    }

    private void add(String part, boolean hit) {
        if (!part.isEmpty()) {
            segments.add(new Found.Segment(part, hit));
        }
    }

    /** A place near this one, not beyond the last, where a word or at least a character begins. */
    private int cut(int place, int last) {
        for (int i = place; i < Math.min(last, place + TO_A_BLANK); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return place < text.length() && Character.isLowSurrogate(text.charAt(place)) ? place + 1 : place;
    }
}
