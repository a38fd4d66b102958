package org.lacuna.publication.words;

/**
 * A part of a text.
 *
 * @param start in UTF-16 units
 * @param end the first unit behind it
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("expected a part of a text, found " + start + " to " + end);
        }
    }
}
