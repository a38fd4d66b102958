package org.lacuna.publication;

import java.util.List;
import java.util.stream.Stream;
import org.lacuna.shared.Word;

/** The orders in which cases can be listed; among equals the version's number decides. */
public enum CaseSort implements Word {
    /** When it last changed. */
    CHANGED("p.sequence", "bigint"),
    /** When it first became public. */
    RECORDED("p.recorded", "timestamptz"),
    /** When its first restriction can have begun. */
    HAPPENED("p.began", "date"),
    /** How many days its shortest restriction lasted, at least. */
    LATENCY("p.days", "integer"),
    /** By the code points of its title. */
    TITLE("p.title COLLATE \"C\"", "text"),
    /** By its slug. */
    SLUG("p.slug", "text");

    private final String column;
    private final String type;

    CaseSort(String column, String type) {
        this.column = column;
        this.type = type;
    }

    String column() {
        return column;
    }

    String type() {
        return type;
    }

    /** Their words. */
    public static List<String> words() {
        return Stream.of(values()).map(CaseSort::word).toList();
    }
}
