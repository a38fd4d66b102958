package org.lacuna.page;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.lacuna.shared.Word;

/** What an admin can switch while everything runs. */
public enum Switch implements Word {
    /** No form changes anything. */
    READ_ONLY("Nothing can be sent or changed at this moment: we are working on this site."),
    /** Nobody can report. */
    NO_INTAKE("We take no reports at this moment. Keep what you wanted to tell us, and come back later."),
    /** Editors cannot work. */
    NO_DESK("The desk is closed at this moment.");

    private final String notice;

    Switch(String notice) {
        this.notice = notice;
    }

    /** What whoever meets it is told. */
    public String notice() {
        return notice;
    }

    /**
     * The switch of this word.
     *
     * @throws IllegalArgumentException if there is none; the message names them all
     */
    public static Switch of(String word) {
        return Word.of(Switch.class, word)
                .orElseThrow(() -> new IllegalArgumentException("expected one of "
                        + Arrays.stream(values()).map(Switch::word).collect(Collectors.joining(", "))));
    }
}
