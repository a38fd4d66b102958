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
import java.util.Optional;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.AlreadyDecided;
import org.lacuna.intake.ClosingReason;
import org.lacuna.intake.Dossier;
import org.lacuna.intake.Submission;
import org.lacuna.intake.Told;
import org.lacuna.page.SentForm;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.EdtfWords;

/** One submission, opened: what the person wrote, and what an editor can do with it. */
@Path("/desk/submissions/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SubmissionPage {
    private static final int MOST_NOTE = 500;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance submission(Visitor visitor, View view, SentForm form);
    }

    /**
     * What the page shows.
     *
     * @param platform name of the platform, if we know it
     * @param since the date in words
     */
    record View(
            Submission submission,
            Optional<Dossier> dossier,
            Optional<String> platform,
            Optional<String> since,
            List<ClosingReason> reasons) {
        public Optional<Told> told() {
            return dossier.map(Dossier::told);
        }
    }

    private final Visit visit;
    private final OpenSubmission open;
    private final DecideSubmission decide;
    private final Platforms platforms;

    SubmissionPage(Visit visit, OpenSubmission open, DecideSubmission decide, Platforms platforms) {
        this.visit = visit;
        this.open = open;
        this.decide = decide;
        this.platforms = platforms;
    }

    @GET
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    public String open(@PathParam("id") String id) {
        Submission found = open.find(id);
        decide.open(visit.visitor(), found.id());
        return Templates.submission(visit.visitor(), view(open.find(id)), SentForm.empty())
                .render();
    }

    @POST
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    @Path("/close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@PathParam("id") String id, SentForm form) {
        Submission found = open.find(id);
        Optional<String> note = form.text("note", MOST_NOTE);
        Optional<ClosingReason> reason = reason(form);
        if (form.refused() || reason.isEmpty()) {
            return page(422, found, form);
        }
        try {
            decide.close(visit.visitor(), found.id(), reason.get(), note.orElse(""));
            return SeeOther.at("/desk/submissions/" + id).build();
        } catch (AlreadyDecided stands) {
            form.refuse("reason", "Somebody else has decided about this submission meanwhile; that stands.");
            return page(409, open.find(id), form);
        }
    }

    private static Optional<ClosingReason> reason(SentForm form) {
        try {
            return Optional.of(ClosingReason.of(form.value("reason")));
        } catch (IllegalArgumentException none) {
            form.refuse("reason", "Choose a reason; the person who wrote to us reads it.");
            return Optional.empty();
        }
    }

    private Response page(int status, Submission submission, SentForm form) {
        return Response.status(status)
                .entity(Templates.submission(visit.visitor(), view(submission), form)
                        .render())
                .build();
    }

    private View view(Submission submission) {
        Optional<Dossier> dossier = open.open(visit.visitor(), submission.id());
        Optional<Told> told = dossier.map(Dossier::told);
        Optional<String> platform =
                told.flatMap(Told::platform).flatMap(platforms::find).map(Platform::name);
        Optional<String> since = told.flatMap(Told::since).map(EdtfWords::of);
        return new View(submission, dossier, platform, since, List.of(ClosingReason.values()));
    }
}
