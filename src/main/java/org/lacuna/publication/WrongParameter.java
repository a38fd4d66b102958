package org.lacuna.publication;

/** A query parameter that cannot be read: which, what was expected, what was found, and one that would do. */
public final class WrongParameter extends IllegalArgumentException {
    private final String parameter;
    private final String expected;
    private final String found;
    private final String example;

    public WrongParameter(String parameter, String expected, String found, String example) {
        super("'" + parameter + "': expected " + expected + ", found " + found + "; for example " + parameter + "="
                + example);
        this.parameter = parameter;
        this.expected = expected;
        this.found = found;
        this.example = example;
    }

    /** Its name. */
    public String parameter() {
        return parameter;
    }

    /** What would have been right. */
    public String expected() {
        return expected;
    }

    /** What stood there, in quotes if it is quoted. */
    public String found() {
        return found;
    }

    /** A value that is right. */
    public String example() {
        return example;
    }
}
