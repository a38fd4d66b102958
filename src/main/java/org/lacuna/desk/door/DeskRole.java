package org.lacuna.desk.door;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.shared.Word;

/** What an editor is trusted with; one may have several. {@code desk/permissions.csv} says what each may do. */
public enum DeskRole implements Word {
    /** Looks at what comes in. */
    TRIAGE("Triage"),
    /** Writes cases. */
    EDITOR("Editor"),
    /** Decides with another, reads the audit trail. */
    SENIOR("Senior editor"),
    /** Guards who a person is; publishes nothing. */
    CUSTODIAN("Custodian"),
    /** Keeps accounts and switches; reads no submission. */
    ADMIN("Administrator");

    private final String title;

    DeskRole(String title) {
        this.title = title;
    }

    /** For a page. */
    public String title() {
        return title;
    }

    /** Whether submissions are wrapped to whoever has this role. */
    boolean opensSubmissions() {
        return this != ADMIN;
    }

    /**
     * The role of this word.
     *
     * @throws IllegalArgumentException if there is none; the message names them all
     */
    public static DeskRole of(String word) {
        return Word.of(DeskRole.class, word)
                .orElseThrow(() -> new IllegalArgumentException("expected one of "
                        + Arrays.stream(values()).map(DeskRole::word).collect(Collectors.joining(", "))));
    }

    static Set<DeskRole> all(Collection<String> words) {
        Set<DeskRole> roles = EnumSet.noneOf(DeskRole.class);
        words.forEach(word -> roles.add(of(word)));
        return roles;
    }

    static Set<String> words(Collection<DeskRole> roles) {
        return roles.stream().map(DeskRole::word).collect(Collectors.toSet());
    }
}
