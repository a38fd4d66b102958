package org.lacuna.publication.search;

import org.lacuna.shared.Word;

/** The texts in which words are looked for. */
public enum Field implements Word {
    /** Who, what kind of subject, where. */
    TITLE,
    /** The address of the subject. */
    ADDRESS,
    /** What happened in the incident, in short. */
    INCIDENT,
    /** A line of the timeline. */
    ENTRY,
    /** Where sources contradict each other. */
    CONFLICT,
    /** The title of a file. */
    FILE,
    /** Publisher and title of a source. */
    SOURCE
}
