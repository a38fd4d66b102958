package org.lacuna.intake.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.intake.seal.IntakeSettings;
import org.lacuna.intake.seal.Receipt;
import org.lacuna.page.SentForm;

/** Renders the page that asks for the seven words, and reads them. */
@ApplicationScoped
class WordsPages {
    private static final Set<String> NOT_CARRIED = Set.of("words", "session", "go", "to");
    private static final int MOST_WORDS = 500;
    private static final int WORDS = 7;

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance words(
                Frame frame, Say say, SentForm form, String title, String notice, List<Carried> carried);
    }

    private final URI leaveTo;

    WordsPages(IntakeSettings settings) {
        this.leaveTo = settings.leaveTo();
    }

    /** @param title of the notice, and the notice; empty texts if there is none */
    String page(Say say, SentForm form, String title, String notice) {
        return page(say, form, title, notice, carried(form));
    }

    /** The same where nothing that was typed comes along. */
    String empty(Say say, String title, String notice) {
        return page(say, SentForm.empty(), title, notice, List.of());
    }

    /** What was typed on a page that is closed by now goes along, and comes back to it. */
    String ended(Say say, SentForm form, String room) {
        List<Carried> carried = Stream.concat(carried(form).stream(), Stream.of(new Carried("to", room)))
                .toList();
        return page(say, SentForm.empty(), "", say.of("back.ended"), carried);
    }

    /** The receipt; empty if the words cannot be one, and then the form says why. */
    static Optional<Receipt> read(Reading form) {
        String typed = form.required("words", form.text("words", MOST_WORDS), "problem.words.empty");
        if (form.refused()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Receipt.parse(typed));
        } catch (IllegalArgumentException notOurs) {
            long count = Stream.of(typed.split("[\\s,.;]+"))
                    .filter(word -> !word.isEmpty())
                    .count();
            form.refuse(
                    "words",
                    count == WORDS
                            ? form.say().of("problem.word", "word", stranger(typed))
                            : form.say().of("problem.words", "count", count));
            return Optional.empty();
        }
    }

    /** The first word that no receipt has: a receipt of it seven times is refused. */
    private static String stranger(String typed) {
        return Stream.of(typed.split("[\\s,.;]+"))
                .filter(word -> !word.isEmpty())
                .filter(word -> {
                    try {
                        Receipt.parse((word + " ").repeat(WORDS));
                        return false;
                    } catch (IllegalArgumentException notOurs) {
                        return true;
                    }
                })
                .findFirst()
                .orElse("");
    }

    private String page(Say say, SentForm form, String title, String notice, List<Carried> carried) {
        Frame frame = new Frame(say, StatusPage.PATH, "open", leaveTo);
        return Templates.words(frame, say, form, title, notice, carried).render();
    }

    private static List<Carried> carried(SentForm form) {
        Stream<Carried> to = form.value("to").isEmpty() ? Stream.of() : Stream.of(new Carried("to", form.value("to")));
        return Stream.concat(
                        form.values().entrySet().stream()
                                .filter(field -> !NOT_CARRIED.contains(field.getKey()))
                                .map(field -> new Carried(field.getKey(), field.getValue())),
                        to)
                .toList();
    }
}
