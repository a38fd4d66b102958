package org.lacuna.publication;

import java.util.List;
import java.util.Optional;

/**
 * What the values of a parameter look like, for whoever describes or offers it. It may be wider than what is read, never
 * narrower.
 *
 * @param words the words it can be, where it is out of a closed list; else empty
 * @param pattern of one value, anchored nowhere (ECMA-262)
 * @param several whether several values may stand there, with commas between them
 * @param least of a number; of several, how many values; of a text, how many characters
 * @param most likewise; {@link Long#MAX_VALUE} where nothing bounds it
 */
public record Shape(Kind kind, List<String> words, Optional<String> pattern, boolean several, long least, long most) {
    /** Of which kind one value is. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG
    }

    /** True or false. */
    public static final Shape FLAG = new Shape(Kind.FLAG, List.of(), Optional.empty(), false, 1, Long.MAX_VALUE);

    private static final String POINT = "([0-9]{4}-[0-9]{2}(-[0-9]{2})?~?|\\.\\.)";

    /** A date in the notation of {@link org.lacuna.shared.EdtfDate}: a month is one too, so not {@code full-date} of RFC 3339. */
    public static final Shape DATE = like(POINT + "(/" + POINT + ")?");

    public Shape {
        words = List.copyOf(words);
    }

    /** Any text of so many characters. */
    public static Shape text(long most) {
        return new Shape(Kind.TEXT, List.of(), Optional.empty(), false, 1, most);
    }

    /** A text of this pattern. */
    public static Shape like(String pattern) {
        return new Shape(Kind.TEXT, List.of(), Optional.of(pattern), false, 1, Long.MAX_VALUE);
    }

    /** A whole number within bounds. */
    public static Shape number(long least, long most) {
        return new Shape(Kind.NUMBER, List.of(), Optional.empty(), false, least, most);
    }

    /** One word out of a closed list. */
    public static Shape oneOf(List<String> words) {
        return new Shape(Kind.TEXT, words, Optional.empty(), false, 1, Long.MAX_VALUE);
    }

    /** Words out of a closed list, so many at most. */
    public static Shape someOf(List<String> words, long most) {
        return new Shape(Kind.TEXT, words, Optional.empty(), true, 1, most);
    }

    /** Any number of texts of this pattern. */
    public static Shape someLike(String pattern) {
        return new Shape(Kind.TEXT, List.of(), Optional.of(pattern), true, 1, Long.MAX_VALUE);
    }

    /** Whether it is true or false. */
    public boolean isFlag() {
        return kind == Kind.FLAG;
    }
}
