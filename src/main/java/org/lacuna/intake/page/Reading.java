package org.lacuna.intake.page;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lacuna.page.SentForm;
import org.lacuna.shared.Word;

/** Reads the fields of a form, and says in the person's language what is wrong with one, beside it. */
final class Reading {
    /** Signs that turn the order of what follows (UAX #9): in an address or a name they only ever deceive. */
    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private final SentForm form;
    private final Say say;

    Reading(SentForm form, Say say) {
        this.form = form;
        this.say = say;
    }

    Say say() {
        return say;
    }

    String value(String name) {
        return form.value(name);
    }

    boolean ticked(String name) {
        return !form.value(name).isEmpty();
    }

    /** The choice made; the other if none was. */
    <T extends Enum<T> & Word> T choice(String name, Class<T> list, T otherwise) {
        String word = form.value(name);
        if (word.isEmpty()) {
            return otherwise;
        }
        return Word.of(list, word).orElseGet(() -> {
            refuse(name, say.of("problem.choose"));
            return otherwise;
        });
    }

    /** The stripped text of a field that may be left empty. */
    Optional<String> text(String name, int most) {
        String text = form.value(name).strip();
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            refuse(name, say.of("problem.too-long", "count", length, "most", most));
        } else if (text.indexOf(SentForm.UNREADABLE) >= 0) {
            refuse(name, say.of("problem.unreadable", "mark", SentForm.UNREADABLE));
        }
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    /** The same for an address or a name. */
    Optional<String> name(String name, int most) {
        if (TURNS.matcher(form.value(name)).find()) {
            refuse(name, say.of("problem.direction"));
        }
        return text(name, most);
    }

    /** Says that a field must be filled in. */
    String required(String name, Optional<String> text, String problem) {
        if (text.isEmpty()) {
            refuse(name, say.of(problem));
        }
        return text.orElse("");
    }

    void refuse(String name, String complaint) {
        form.refuse(name, complaint);
    }

    boolean refused() {
        return form.refused();
    }
}
