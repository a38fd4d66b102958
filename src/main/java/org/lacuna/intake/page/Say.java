package org.lacuna.intake.page;

import org.lacuna.intake.ClosingReason;
import org.lacuna.intake.SubmissionState;
import org.lacuna.page.language.Catalogue;
import org.lacuna.page.language.Language;
import org.lacuna.page.language.Texts;
import org.lacuna.shared.Word;

/** Speaks one language to people who report. */
final class Say extends Texts {
    /** Where its texts stand. */
    static final String FOLDER = "/intake/messages/";

    Say(Language language, Catalogue catalogue) {
        super(language, catalogue);
    }

    /** A state in a word. */
    public String state(SubmissionState state) {
        return of("state." + state.word());
    }

    /** A word of a closed list. */
    public String word(String list, Word word) {
        return of(list + "." + word.word());
    }

    /** What a state means for the person who sent it. */
    public String meaning(SubmissionState state) {
        return of("state." + state.word() + ".meaning");
    }

    /** Why nothing public comes out of it. */
    public String reason(ClosingReason reason) {
        return of("closed." + reason.word());
    }

    /** A word of a list that another part of the house keeps: what the catalogue lacks is said in general. */
    String orOther(String list, String word) {
        String key = list + "." + word;
        return of(has(key) ? key : list + ".other");
    }
}
