package org.lacuna.intake.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.lacuna.intake.AddToSubmission;
import org.lacuna.intake.ArrivingFiles;
import org.lacuna.intake.FileRefused;
import org.lacuna.intake.ItemKind;
import org.lacuna.page.SentForm;

/** Adds to a person's own report; what cannot be taken is said in the form. */
@ApplicationScoped
class Adding {
    private final Asked asked;
    private final Budgets budgets;
    private final AddToSubmission add;

    Adding(Asked asked, Budgets budgets, AddToSubmission add) {
        this.asked = asked;
        this.budgets = budgets;
        this.add = add;
    }

    /** Adds a text unless the form was refused; says how long to wait if there is too much at this moment. */
    Optional<Budgets.Refusal> text(Visit visit, SentForm form, ItemKind kind, String text) {
        Optional<Budgets.Refusal> later = spend(form);
        if (later.isEmpty() && !form.refused()) {
            complain(visit, form, add.text(visit.key().id(), kind, text));
        }
        return later;
    }

    /** The same for files. */
    Optional<Budgets.Refusal> files(Visit visit, SentForm form, ArrivingFiles files) {
        Optional<Budgets.Refusal> later = spend(form);
        if (later.isEmpty() && !form.refused()) {
            try {
                complain(visit, form, add.files(visit.key().id(), files));
            } catch (FileRefused refused) {
                form.refuse(SentFiles.FIELD, SentFiles.complaint(visit.say(), refused));
            } catch (IOException cut) {
                form.refuse(SentFiles.FIELD, visit.say().of("problem.cut"));
            }
        }
        return later;
    }

    private Optional<Budgets.Refusal> spend(SentForm form) {
        return form.refused() ? Optional.empty() : budgets.spend(Budgets.Asking.REPORT, asked.circuit());
    }

    private static void complain(Visit visit, SentForm form, AddToSubmission.Result result) {
        switch (result) {
            case WITHDRAWN -> form.refuse("text", visit.say().of("problem.withdrawn"));
            case FULL -> form.refuse("text", visit.say().of("problem.full"));
            case ADDED -> {
                // Nothing to complain about.
            }
        }
    }
}
