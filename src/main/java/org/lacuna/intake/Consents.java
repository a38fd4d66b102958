package org.lacuna.intake;

/**
 * What a person allows, each by itself, each to be taken back at any time. Kept beside the sealed text and not in it, so
 * that taking one back works at once, with no editor there.
 *
 * @param statistics counting the report
 * @param facts publishing what happened, in an editor's words
 * @param name publishing the person's name
 * @param evidence publishing copies of the files, made anew
 */
public record Consents(boolean statistics, boolean facts, boolean name, boolean evidence) {
    /** Nothing is allowed. */
    public static final Consents NONE = new Consents(false, false, false, false);
}
