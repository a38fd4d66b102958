package org.lacuna.boot;

/** A part that a process can play; several processes may split them. */
public enum Role {
    /** The public pages, the API, the reports. */
    PUBLIC,
    /** The editors' pages. */
    DESK,
    /** The form for people who report. */
    INTAKE,
    /** Does the checks that are due. */
    CRAWLER,
    /** Decides what is due. */
    SCHEDULER
}
