package org.lacuna.publication;

/**
 * A filter, read at one point of the record: cases that are public later, or changed later, are not in it.
 *
 * @param at the number of the last change that counts
 */
public record Selection(CaseFilter filter, long at) {
    /** What must hold of a row of {@code public_case p}. */
    public Condition where() {
        return Condition.of("p.sequence <= ? AND p.ended > ?", at, at).and(filter.condition());
    }
}
