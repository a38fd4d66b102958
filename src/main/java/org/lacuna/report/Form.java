package org.lacuna.report;

import java.util.Comparator;

/**
 * How letters are drawn within a word of Arabic script.
 *
 * @param letters one, or the two of a ligature
 * @param before whether it is joined to what stands before it
 * @param after whether it is joined to what follows
 */
record Form(String letters, boolean before, boolean after) implements Comparable<Form> {
    private static final Comparator<Form> ORDER =
            Comparator.comparing(Form::letters).thenComparing(Form::before).thenComparing(Form::after);

    /** The ligature of this and what follows. */
    Form and(Form next) {
        return new Form(letters + next.letters, before, next.after);
    }

    @Override
    public int compareTo(Form other) {
        return ORDER.compare(this, other);
    }
}
