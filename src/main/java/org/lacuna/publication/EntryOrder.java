package org.lacuna.publication;

import java.util.List;

/**
 * How a list of lines is ordered; among equals the version of the case and the place in its timeline decide.
 *
 * @param word of the sort
 * @param falling whether the last comes first
 */
public record EntryOrder(String word, boolean falling) {
    /** What was recorded last comes first. */
    public static final EntryOrder LATEST = new EntryOrder("recorded", true);

    /** The query parameter. */
    public static final Parameter PARAMETER = Parameters.oneOf(
            "sort",
            List.of("happened", "recorded", "-happened", "-recorded"),
            "What the list is ordered by; with a minus the last comes first",
            "-happened");

    /** @throws WrongParameter for another word */
    public static EntryOrder read(String text) {
        String read = PARAMETER.read(text);
        return new EntryOrder(read.replace("-", ""), read.startsWith("-"));
    }

    String column() {
        return word.equals("happened") ? "e.happened" : "e.recorded";
    }

    String type() {
        return word.equals("happened") ? "date" : "timestamptz";
    }

    String direction() {
        return falling ? "DESC" : "ASC";
    }

    String beyond() {
        return falling ? "<" : ">";
    }
}
