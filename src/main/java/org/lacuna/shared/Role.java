package org.lacuna.shared;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A part that a process can play; several processes may split them. They gate routes and jobs, never observers. */
public enum Role implements Word {
    /** The public pages, the API, the reports. */
    PUBLIC,
    /** The editors' pages. */
    DESK,
    /** The form for people who report. */
    INTAKE,
    /** Does the checks that are due. */
    CRAWLER,
    /** Writes down what is to be checked, and runs the jobs that one node does for all. */
    SCHEDULER;

    /**
     * The role of this name, in any case.
     *
     * @throws IllegalArgumentException if there is none; the message names them all
     */
    public static Role named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.word().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected among the roles only "
                        + Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", ")) + "; found '"
                        + name.strip() + "'"));
    }
}
