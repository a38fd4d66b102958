package org.lacuna.intake.page;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.intake.Answer;
import org.lacuna.intake.Consents;
import org.lacuna.intake.Explained;
import org.lacuna.intake.Pressed;
import org.lacuna.intake.Pressure;
import org.lacuna.intake.Told;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.EdtfDate;

/** Reads the form page by page; everything that cannot be right is said beside its field. */
final class TellForm {
    /** Characters as a person counts them, or nearly: Unicode code points. */
    static final int MOST_TEXT = 20_000;

    static final int MOST_NAME = 100;

    private final Reading form;
    private final Platforms platforms;
    private final Clock clock;

    TellForm(Reading form, Platforms platforms, Clock clock) {
        this.form = form;
        this.platforms = platforms;
        this.clock = clock;
    }

    /** The first page with something to mend, looking no further than this one; empty if all is well so far. */
    Optional<Step> check(Step last) {
        return Stream.of(Step.values())
                .filter(step -> step.compareTo(last) <= 0)
                .filter(this::refuses)
                .findFirst();
    }

    /** Whether something on this one page is to be mended. */
    boolean refuses(Step step) {
        switch (step) {
            case WHAT -> {
                new PlatformFields(form, platforms).platform(subject());
                form.name("other-platform", MOST_NAME);
                what();
            }
            case WHEN -> {
                since();
                form.choice("lasts", Answer.class, Answer.NOT_SURE);
                form.text("said", MOST_TEXT);
            }
            case AFTER -> {
                form.choice("appealed", Answer.class, Answer.NOT_SURE);
                form.text("outcome", MOST_TEXT);
                form.text("pressure-text", MOST_TEXT);
            }
            case CONSENT -> person();
            case SEND -> {
                // Words that we drew: nothing to get wrong.
            }
        }
        return form.refused();
    }

    /** What was told, on pages that were checked before. */
    Told told() {
        String subject = subject();
        return new Told(
                what(),
                new PlatformFields(form, platforms).platform(subject),
                form.name("other-platform", MOST_NAME),
                subject,
                since(),
                form.choice("lasts", Answer.class, Answer.NOT_SURE),
                form.text("said", MOST_TEXT),
                explanations(),
                form.choice("appealed", Answer.class, Answer.NOT_SURE),
                form.text("outcome", MOST_TEXT),
                pressures(),
                form.text("pressure-text", MOST_TEXT),
                form.say().language().tag());
    }

    /** Who the person is, if they say so. */
    Optional<String> person() {
        return form.name("person", MOST_NAME);
    }

    Consents consents() {
        return consents(form);
    }

    static Consents consents(Reading form) {
        return new Consents(
                form.ticked("may-count"),
                form.ticked("may-facts"),
                form.ticked("may-name"),
                form.ticked("may-evidence"));
    }

    private String subject() {
        return new PlatformFields(form, platforms).subject();
    }

    private String what() {
        return form.required("what", form.text("what", MOST_TEXT), "problem.what");
    }

    private Optional<EdtfDate> since() {
        return new SinceFields(form, clock).read();
    }

    private List<Explained> explanations() {
        return Stream.of(Explained.values())
                .filter(each -> form.ticked(Step.explained(each)))
                .toList();
    }

    /** Whatever may be made public happened, even if only that box was ticked. */
    private List<Pressed> pressures() {
        return Stream.of(Pressure.values())
                .filter(each -> form.ticked(Step.pressure(each)) || form.ticked(Step.maybePublic(each)))
                .map(each -> new Pressed(each, !form.ticked(Step.maybePublic(each))))
                .toList();
    }
}
