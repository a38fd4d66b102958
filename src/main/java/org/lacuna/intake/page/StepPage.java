package org.lacuna.intake.page;

import java.util.List;
import java.util.stream.Stream;
import org.lacuna.intake.Answer;
import org.lacuna.intake.Explained;
import org.lacuna.intake.Pressure;
import org.lacuna.page.SentForm;

/** What one page of the form shows: its own fields, and in hidden ones what the others hold. */
final class StepPage {
    private static final List<String> SINCE = List.of("exact", "about", "not-sure");

    private final Say say;
    private final SentForm form;
    private final Step step;

    StepPage(Say say, SentForm form, Step step) {
        this.say = say;
        this.form = form;
        this.step = step;
    }

    /** A kind of pressure, and whether it may be made public. */
    record Pressing(Choice happened, Choice maybePublic) {}

    public List<Carried> carried() {
        List<String> own = step.fields();
        return Step.allFields().stream()
                .filter(name -> !own.contains(name) && !name.equals(Step.TRAP))
                .filter(name -> !form.value(name).isEmpty())
                .map(name -> new Carried(name, form.value(name)))
                .toList();
    }

    public String count() {
        return say.of("step.of", "step", step.number(), "steps", Step.values().length);
    }

    public String word() {
        return step.word();
    }

    /** Whether there is a page before this one. */
    public boolean later() {
        return step != Step.WHAT;
    }

    public List<Choice> answers(String name) {
        return Stream.of(Answer.values())
                .map(each -> choice(name, each.word(), say.word("answer", each)))
                .toList();
    }

    public List<Choice> since() {
        return SINCE.stream()
                .map(word -> choice("since", word, say.of("since." + word)))
                .toList();
    }

    public List<Choice> explanations() {
        return Stream.of(Explained.values())
                .map(each -> box(Step.explained(each), say.word("explained", each)))
                .toList();
    }

    public List<Pressing> pressures() {
        return Stream.of(Pressure.values())
                .map(each -> new Pressing(
                        box(Step.pressure(each), say.word("pressure", each)),
                        box(Step.maybePublic(each), say.of("pressure.public"))))
                .toList();
    }

    public List<Choice> consents() {
        return consents(say, form);
    }

    static List<Choice> consents(Say say, SentForm form) {
        return Step.consents().stream()
                .map(name -> new Choice(
                        name,
                        "yes",
                        say.of("consent." + name),
                        !form.value(name).isEmpty()))
                .toList();
    }

    private Choice choice(String name, String value, String label) {
        return new Choice(name, value, label, form.value(name).equals(value));
    }

    private Choice box(String name, String label) {
        return new Choice(name, "yes", label, !form.value(name).isEmpty());
    }
}
