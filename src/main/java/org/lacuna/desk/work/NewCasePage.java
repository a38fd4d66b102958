package org.lacuna.desk.work;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.cases.Incident;
import org.lacuna.cases.RecordIncident.AlreadyRecorded;
import org.lacuna.cases.Vocabulary;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.AlreadyDecided;
import org.lacuna.intake.Dossier;
import org.lacuna.intake.Submission;
import org.lacuna.intake.Told;
import org.lacuna.page.SentForm;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

/** Where an editor writes a public case from a submission, in words of their own. */
@Path("/desk/submissions/{id}/case")
@Blocking
@Produces(MediaType.TEXT_HTML)
class NewCasePage {
    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance newcase(Visitor visitor, View view, SentForm form);
    }

    /** What the page offers besides the form: the submission to read, and the closed lists of words. */
    record View(
            Submission submission,
            Optional<Told> told,
            List<Platform> platforms,
            Map<String, String> kinds,
            Map<String, String> measures) {}

    private final Visit visit;
    private final OpenSubmission open;
    private final CaseForm caseForm;
    private final DecideSubmission decide;
    private final Platforms platforms;

    NewCasePage(Visit visit, OpenSubmission open, CaseForm caseForm, DecideSubmission decide, Platforms platforms) {
        this.visit = visit;
        this.open = open;
        this.caseForm = caseForm;
        this.decide = decide;
        this.platforms = platforms;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String form(@PathParam("id") String id) {
        Submission submission = open.find(id);
        SentForm suggested = told(submission).map(caseForm::suggest).orElseGet(SentForm::empty);
        return render(submission, suggested);
    }

    @POST
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(@PathParam("id") String id, SentForm form) {
        Submission submission = open.find(id);
        Optional<Incident> incident = caseForm.read(form);
        if (incident.isEmpty()) {
            return page(422, submission, form);
        }
        try {
            decide.publish(
                    visit.visitor(),
                    submission.id(),
                    incident.get(),
                    form.value("watch").equals("on"));
            return SeeOther.at("/desk/submissions/" + id).build();
        } catch (AlreadyDecided stands) {
            form.refuse("slug", "Somebody else has decided about this submission meanwhile; that stands.");
        } catch (AlreadyRecorded taken) {
            form.refuse("slug", "Somebody else has used this name meanwhile. Choose another one.");
        }
        return page(409, submission, form);
    }

    private Response page(int status, Submission submission, SentForm form) {
        return Response.status(status).entity(render(submission, form)).build();
    }

    private String render(Submission submission, SentForm form) {
        View view = new View(submission, told(submission), platforms.all(), Vocabulary.SUBJECTS, Vocabulary.MEASURES);
        return Templates.newcase(visit.visitor(), view, form).render();
    }

    private Optional<Told> told(Submission submission) {
        return open.open(visit.visitor(), submission.id()).map(Dossier::told);
    }
}
