package org.lacuna.platform;

/**
 * Where a definition comes from, and what it therefore must have.
 *
 * @param kind who wrote it
 * @param prefix what stands before a rule's name; empty but for imported rules, which name their origin
 */
public record Origin(Kind kind, String prefix) {
    /** Who wrote a definition. */
    public enum Kind {
        /** This project. */
        BUILT_IN,
        /** Whoever runs this installation. */
        OPERATOR,
        /** Some other project, in a format of its own. */
        IMPORTED
    }

    static final Origin BUILT_IN = new Origin(Kind.BUILT_IN, "");
    static final Origin OPERATOR = new Origin(Kind.OPERATOR, "");

    static Origin imported(String name) {
        return new Origin(Kind.IMPORTED, name + ":");
    }

    /** Only an author of ours must show that the rules work. */
    boolean needsExamples() {
        return kind == Kind.BUILT_IN;
    }

    /** Nothing is concluded about a platform without a control, which is all that rules of others are good for. */
    boolean needsControl() {
        return kind != Kind.IMPORTED;
    }
}
