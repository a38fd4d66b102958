package org.lacuna.desk.work.form;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lacuna.cases.NamedPersons.Basis;

/** Why a case may name a living person, in words for an editor. */
public final class NamedWords {
    private NamedWords() {}

    /** The meaning of a basis. */
    public static String of(Basis basis) {
        return switch (basis) {
            case NOBODY_LIVING -> "It names no living person.";
            case CONSENTED -> "It names a living person who said yes to it.";
            case PUBLIC_FIGURE_OWN_STATEMENT -> "It names a public figure who spoke of it in public.";
            case SECOND_EDITOR -> "It names a living person who did not say yes; a second editor must agree.";
            case UNDECIDED -> "It names a living person, and nobody has decided yet.";
        };
    }

    /** What an editor can choose, by the word of the record. */
    public static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(Basis.values())
                .filter(basis -> basis != Basis.UNDECIDED)
                .forEach(basis -> choices.put(basis.word(), of(basis)));
        return Collections.unmodifiableMap(choices);
    }
}
