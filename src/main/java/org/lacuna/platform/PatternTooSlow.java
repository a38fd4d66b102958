package org.lacuna.platform;

/** A definition's pattern took more steps than any honest one needs. What it would have said is not known. */
public final class PatternTooSlow extends RuntimeException {
    PatternTooSlow() {
        super("a pattern of this definition took too long on this text; write it without nested repetition");
    }
}
