package org.lacuna.desk.work;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.cases.NamedPersons.Basis;
import org.lacuna.cases.Vocabulary;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.TwoPersons;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.archive.ArchiveCited;
import org.lacuna.desk.work.form.Looked;
import org.lacuna.desk.work.form.NamedWords;
import org.lacuna.desk.work.form.RestsOn;
import org.lacuna.intake.AlreadyDecided;
import org.lacuna.intake.Submission;
import org.lacuna.intake.Told;
import org.lacuna.page.SentForm;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

/** What the two pages for a new case do: show the form, look at it, publish the case or propose to. */
@ApplicationScoped
class WriteCase {
    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance newcase(Visitor visitor, View view, SentForm form);
    }

    /**
     * What the page offers besides the form.
     *
     * @param submission what the case rests on
     * @param told the same, opened, to read
     */
    record View(Optional<Submission> submission, Optional<Told> told, List<Platform> platforms, Looked looked) {
        /** Whether the person allows the facts to be published. */
        public boolean allowed() {
            return submission.filter(from -> !from.consents().facts()).isEmpty();
        }

        /** Whether the person allows their name. */
        public boolean nameAllowed() {
            return submission.filter(from -> from.consents().name()).isPresent();
        }

        public Map<String, String> kinds() {
            return Vocabulary.SUBJECTS;
        }

        public Map<String, String> measures() {
            return Vocabulary.MEASURES;
        }

        public Map<String, String> demanders() {
            return Vocabulary.DEMANDERS;
        }

        public Map<String, String> bases() {
            return NamedWords.choices();
        }
    }

    private final CaseForm caseForm;
    private final ArchiveCited archive;
    private final PublishDraft publish;
    private final TwoPersons twoPersons;
    private final DraftJson json;
    private final Platforms platforms;

    WriteCase(
            CaseForm caseForm,
            ArchiveCited archive,
            PublishDraft publish,
            TwoPersons twoPersons,
            DraftJson json,
            Platforms platforms) {
        this.caseForm = caseForm;
        this.archive = archive;
        this.publish = publish;
        this.twoPersons = twoPersons;
        this.json = json;
        this.platforms = platforms;
    }

    /** The form as it is before anybody touched it. */
    String show(Visitor visitor, Optional<Submission> submission, Optional<Told> told) {
        SentForm suggested = told.map(caseForm::suggest).orElseGet(SentForm::empty);
        return render(visitor, submission, told, suggested, Looked.notYet());
    }

    /** Takes the form. */
    Response take(Visitor visitor, Optional<Submission> submission, Optional<Told> told, SentForm form) {
        boolean allowed = submission.filter(from -> !RestsOn.allows(from, form)).isEmpty();
        Optional<Draft> draft = caseForm.read(form, submission);
        Looked looked = Looked.at(form, CaseForm.TEXTS);
        if (!allowed || draft.isEmpty() || !looked.goesOn()) {
            return answer(looked.status(form), render(visitor, submission, told, form, looked));
        }
        // before any transaction: it may take a minute
        Draft archived = draft.get().with(archive.source(draft.get().source()));
        String why = NamedForm.why(form);
        if (archived.basis() == Basis.SECOND_EDITOR) {
            twoPersons.propose(visitor, NameLivingPerson.WORD, archived.opened().slug(), json.write(archived), why);
            return SeeOther.at("/desk/proposals").build();
        }
        try {
            publish.publish(visitor, archived, why);
            return SeeOther.at("/desk/cases/" + archived.opened().slug()).build();
        } catch (AlreadyDecided stands) {
            form.refuse(RestsOn.FIELD, "Somebody else has decided about this submission meanwhile; that stands.");
        } catch (PublishDraft.NotAllowed against) {
            form.refuse(RestsOn.FIELD, against.getMessage());
        } catch (IllegalArgumentException taken) {
            form.refuse("slug", "Somebody else has used this name meanwhile. Choose another one.");
        }
        return answer(409, render(visitor, submission, told, form, looked));
    }

    private static Response answer(int status, String page) {
        return Response.status(status).entity(page).build();
    }

    private String render(
            Visitor visitor, Optional<Submission> submission, Optional<Told> told, SentForm form, Looked looked) {
        return Templates.newcase(visitor, new View(submission, told, platforms.all(), looked), form)
                .render();
    }
}
