package org.lacuna.desk.work.suggest;

/**
 * A part of a text that an editor should look at before it is published.
 *
 * @param from index of its first character
 * @param to index after its last one
 */
public record Suggestion(Kind kind, int from, int to) {
    /** What it may be. */
    public enum Kind {
        EMAIL("an e-mail address"),
        PHONE("a telephone number"),
        ID_NUMBER("a number of an identity card, an account or a passport"),
        RELATIVE("a relative, perhaps by name");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For the editor. */
        public String words() {
            return words;
        }
    }

    public Suggestion {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("expected a part of a text, found " + from + " to " + to);
        }
    }

    /** The part itself. */
    public String in(String text) {
        return text.substring(from, to);
    }

    boolean touches(Suggestion other) {
        return from < other.to && other.from < to;
    }
}
