package org.lacuna.publication.words;

/** A text that cannot be looked for. */
public final class NotAQuery extends IllegalArgumentException {
    private final String expected;
    private final String found;

    NotAQuery(String expected, String found) {
        super("expected " + expected + ", found " + found);
        this.expected = expected;
        this.found = found;
    }

    /** What a text to look for must be. */
    public String expected() {
        return expected;
    }

    /** What this one is, in short. */
    public String found() {
        return found;
    }
}
