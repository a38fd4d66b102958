package org.lacuna.intake;

import org.lacuna.shared.Word;

/** What can be added to a submission. */
public enum ItemKind implements Word {
    /** More facts, by the person. */
    ADDITION,
    /** A message of the person. */
    FROM_PERSON,
    /** A message of an editor. */
    FROM_EDITOR,
    /** A file of the person. */
    FILE,
    /** Who the person is, if they said so. Never among the others: it is opened apart, or not at all. */
    PERSON;

    /** Whether the person sent it; otherwise it is for the person. */
    public boolean byPerson() {
        return this != FROM_EDITOR;
    }
}
