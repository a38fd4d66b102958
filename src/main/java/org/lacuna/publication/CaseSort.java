package org.lacuna.publication;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.shared.Word;

/** The orders in which cases can be listed; among equals the version's number decides. */
public enum CaseSort implements Word {
    /** When it last changed. */
    CHANGED("p.sequence", "bigint"),
    /** When it first became public. */
    RECORDED("p.recorded", "timestamptz"),
    /** When its first restriction can have begun. */
    HAPPENED("p.began", "date", "to"),
    /** How many days its shortest restriction lasted, at least. */
    LATENCY("p.days", "integer", "maxLatency"),
    /** By the code points of its title. */
    TITLE("p.title COLLATE \"C\"", "text"),
    /** By its slug. */
    SLUG("p.slug", "text");

    private final String column;
    private final String type;
    private final Optional<String> most;

    CaseSort(String column, String type) {
        this(column, type, Optional.empty());
    }

    CaseSort(String column, String type, String most) {
        this(column, type, Optional.of(most));
    }

    CaseSort(String column, String type, Optional<String> most) {
        this.column = column;
        this.type = type;
        this.most = most;
    }

    String column() {
        return column;
    }

    String type() {
        return type;
    }

    /** The parameter of {@link CaseFilter} that no case fits whose key is greater; empty if there is none. */
    Optional<String> most() {
        return most;
    }

    /** Whether rows lie in about this order where they are kept. */
    boolean isAsWritten() {
        return this == CHANGED || this == RECORDED;
    }

    /** Their words. */
    public static List<String> words() {
        return Stream.of(values()).map(CaseSort::word).toList();
    }
}
