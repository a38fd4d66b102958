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
import java.util.Optional;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.AddToSubmission;
import org.lacuna.intake.AlreadyDecided;
import org.lacuna.intake.ClosingReason;
import org.lacuna.intake.Submission;
import org.lacuna.page.SentForm;
import org.lacuna.shared.Word;

/** One submission, opened: what the person wrote, and what an editor can do with it. */
@Path("/desk/submissions/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SubmissionPage {
    private static final int UNPROCESSABLE = 422;
    private static final int MOST_NOTE = 500;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance submission(Visitor visitor, SubmissionView view, SentForm form);
    }

    private final Visit visit;
    private final OpenSubmission open;
    private final SubmissionViews views;
    private final DecideSubmission decide;

    SubmissionPage(Visit visit, OpenSubmission open, SubmissionViews views, DecideSubmission decide) {
        this.visit = visit;
        this.open = open;
        this.views = views;
        this.decide = decide;
    }

    @GET
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    public Response open(@PathParam("id") String id) {
        Submission found = open.find(id);
        if (open.unlock(visit.visitor(), found.id()).isPresent()) {
            decide.open(visit.visitor(), found.id());
        }
        return page(Response.Status.OK.getStatusCode(), id, SentForm.empty());
    }

    @POST
    @Path("/close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    public Response close(@PathParam("id") String id, SentForm form) {
        Submission found = open.find(id);
        Optional<String> note = form.text("note", MOST_NOTE);
        Optional<ClosingReason> reason = reason(form);
        if (form.refused() || reason.isEmpty()) {
            return page(UNPROCESSABLE, id, form);
        }
        try {
            decide.close(visit.visitor(), found.id(), reason.get(), note.orElse(""));
            return back(id);
        } catch (AlreadyDecided stands) {
            form.refuse("reason", "Somebody else has decided about this submission meanwhile; that stands.");
            return page(Response.Status.CONFLICT.getStatusCode(), id, form);
        }
    }

    @POST
    @Path("/reply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    public Response reply(@PathParam("id") String id, SentForm form) {
        Submission found = open.find(id);
        String text = form.required("reply", AddToSubmission.MOST_TEXT, "Write something to the person.");
        if (form.refused()) {
            return page(UNPROCESSABLE, id, form);
        }
        AddToSubmission.Result result = decide.reply(visit.visitor(), found.id(), text);
        if (result == AddToSubmission.Result.ADDED) {
            return back(id);
        }
        form.refuse(
                "reply",
                result == AddToSubmission.Result.WITHDRAWN
                        ? "The person has taken this submission back; nobody would read it."
                        : "This submission has as many messages and files as we can keep.");
        return page(Response.Status.CONFLICT.getStatusCode(), id, form);
    }

    @POST
    @Path("/watch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response watch(@PathParam("id") String id, SentForm form) {
        SubmissionView view = views.of(visit.visitor(), open.find(id));
        if (view.watchable().isEmpty()) {
            form.refuse("watch", "Expected an address that we know how to look at, found none in this submission.");
            return page(UNPROCESSABLE, id, form);
        }
        decide.watch(visit.visitor(), view.submission().id(), view.watchable().get());
        return back(id);
    }

    private static Optional<ClosingReason> reason(SentForm form) {
        Optional<ClosingReason> reason = Word.of(ClosingReason.class, form.value("reason"));
        if (reason.isEmpty()) {
            form.refuse("reason", "Choose a reason; the person who wrote to us reads it.");
        }
        return reason;
    }

    private static Response back(String id) {
        return SeeOther.at("/desk/submissions/" + id).build();
    }

    private Response page(int status, String id, SentForm form) {
        Visitor visitor = visit.visitor();
        SubmissionView view = views.of(visitor, open.find(id));
        if (view.who().isPresent()) {
            decide.seePerson(visitor, view.submission().id());
        }
        return Response.status(status)
                .entity(Templates.submission(visitor, view, form).render())
                .build();
    }
}
