package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.lacuna.cases.NamedPersons.Basis;
import org.lacuna.desk.work.form.CaseFields;
import org.lacuna.desk.work.form.NamedWords;
import org.lacuna.intake.Submission;
import org.lacuna.page.SentForm;

/** Reads whether a case names a living person, and why it may. */
@ApplicationScoped
class NamedForm {
    private static final String NAMED = "named";
    private static final String WHY = "named-why";
    private static final int MOST_WHY = 1_000;

    /** The basis; empty if something was refused, and then the form says what. */
    Optional<Basis> read(SentForm form, Optional<Submission> submission) {
        Optional<Basis> basis = CaseFields.word(
                        form, NAMED, NamedWords.choices(), "Say whether it names a living person, and why it may.")
                .map(Basis::of);
        boolean refusesName = submission.filter(from -> !from.consents().name()).isPresent();
        if (refusesName && basis.equals(Optional.of(Basis.CONSENTED))) {
            form.refuse(
                    NAMED,
                    "The person who sent this does not allow their name. Leave it out, write to them, or ask a second "
                            + "editor.");
            return Optional.empty();
        }
        boolean explains = basis.filter(each -> each != Basis.NOBODY_LIVING).isPresent()
                && !(submission.isPresent() && basis.get() == Basis.CONSENTED);
        Optional<String> why = CaseFields.maybe(form, WHY, MOST_WHY);
        if (explains && why.isEmpty()) {
            form.refuse(WHY, "Say how you know, or why the case needs the name. Editors alone read it.");
        }
        return basis.filter(each -> form.problem(WHY).isEmpty());
    }

    /** Why the name is needed, as typed. */
    static String why(SentForm form) {
        return form.value(WHY).strip();
    }
}
