package org.lacuna.intake;

import org.lacuna.shared.Word;

/** How far a submission has come. */
public enum SubmissionState implements Word {
    /** Stored; nobody has opened it. */
    RECEIVED("Received", "It is stored. No editor has opened it yet."),
    /** An editor has opened it. */
    LOOKED_AT("Being looked at", "An editor has opened it. Nothing is published yet."),
    /** A public case came out of it. */
    PUBLISHED("Published", "An editor wrote a public case from it, in the editor's own words."),
    /** Nothing public comes out of it, and a reason says why. */
    CLOSED("Closed", "An editor has closed it. Nothing of it was published."),
    /** Destroyed by the person who sent it. */
    WITHDRAWN("Withdrawn", "You took it back. What you wrote was destroyed.");

    private final String title;
    private final String meaning;

    SubmissionState(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** For a heading. */
    public String title() {
        return title;
    }

    /** What it means, for the person who sent it. */
    public String meaning() {
        return meaning;
    }

    /** Whether an editor can still decide about it. */
    public boolean open() {
        return this == RECEIVED || this == LOOKED_AT;
    }

    /** Whether a public entry can come out of it; more than one may. */
    public boolean publishable() {
        return open() || this == PUBLISHED;
    }

    /** @throws IllegalArgumentException if there is no such word */
    public static SubmissionState of(String word) {
        return Word.of(SubmissionState.class, word)
                .orElseThrow(
                        () -> new IllegalArgumentException("expected a word of SubmissionState, found another one"));
    }
}
