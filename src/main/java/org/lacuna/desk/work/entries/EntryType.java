package org.lacuna.desk.work.entries;

import java.util.Optional;
import org.lacuna.shared.Word;

/** The types of entry that an editor writes; an observation is written by the crawler alone. */
enum EntryType implements Word {
    CONTEXT("Context", "What one must know to understand the rest."),
    RESTRICTION_IMPOSED("A restriction is imposed", "The platform restricts the subject."),
    RESTRICTION_CHANGED("A restriction is changed", "It is now wider, narrower, harsher or milder."),
    RESTRICTION_LIFTED("A restriction is lifted", "In full or in part."),
    STATEMENT("A statement", "What somebody said about it in public. It is a claim, whoever makes it."),
    APPEAL("An appeal", "The subject asked the platform to think again, or had an answer."),
    TESTIMONY("Testimony", "What a person told us and allowed to be published."),
    PRESSURE("Pressure", "What happens to the person around it. Shielded from the public unless they chose otherwise."),
    CORRECTION("A correction", "An earlier entry was wrong; this says how.");

    private final String title;
    private final String meaning;

    EntryType(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether it may name the platform's rule in force that day. */
    public boolean namesRule() {
        return this == RESTRICTION_IMPOSED || this == RESTRICTION_CHANGED || this == STATEMENT;
    }

    /** Whether it must cite something: a claim that nobody makes is ours, and we make none. */
    boolean cites() {
        return this != CORRECTION && this != PRESSURE;
    }

    /** Whether it speaks of a restriction that must be there before. */
    public boolean needsRestriction() {
        return this == RESTRICTION_CHANGED || this == RESTRICTION_LIFTED;
    }

    static Optional<EntryType> of(String word) {
        return Word.of(EntryType.class, word);
    }
}
