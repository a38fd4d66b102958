package org.lacuna.cases;

/** What every text must be. */
final class Texts {
    private Texts() {}

    static void check(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("expected a " + name + ", found only blanks");
        }
    }
}
