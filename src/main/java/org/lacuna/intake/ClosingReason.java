package org.lacuna.intake;

import org.lacuna.shared.Word;

/** Why nothing public comes out of a submission; the person reads the sentence with their receipt. */
public enum ClosingReason implements Word {
    ALREADY_RECORDED("Already recorded", "We already have a case about this. You find it with the search."),
    NOT_A_PLATFORM_MEASURE(
            "Not something a platform did", "We record what a platform did; as we read it, this was something else."),
    TOO_LITTLE_TO_GO_ON(
            "Too little to go on",
            "We could not find out enough. You are welcome to send a new report that says more."),
    WOULD_ENDANGER_SOMEBODY(
            "Publishing would endanger somebody", "We believe that a public case could put somebody in danger."),
    NOT_A_REPORT("Not a report", "As we read it, this was not a report.");

    private final String title;
    private final String sentence;

    ClosingReason(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    /** For the editor's list. */
    public String title() {
        return title;
    }

    /** For the person who sent it. */
    public String sentence() {
        return sentence;
    }

    /** @throws IllegalArgumentException if there is no such word */
    public static ClosingReason of(String word) {
        return Word.of(ClosingReason.class, word)
                .orElseThrow(() -> new IllegalArgumentException("expected a word of ClosingReason, found another one"));
    }
}
