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
import java.io.IOException;
import java.util.List;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.evidence.copies.Copy;
import org.lacuna.intake.Submission;
import org.lacuna.intake.Submissions;
import org.lacuna.intake.Yield;
import org.lacuna.page.SentForm;
import org.lacuna.publication.PublicFiles;

/** Publishes the safe copy of a file with a case that rests on the same submission; the person must allow it. */
@Path("/desk/submissions/{id}/files/{item}/publish")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PublishFilePage {
    private static final int UNPROCESSABLE = 422;
    private static final int MOST_TITLE = 200;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance publishfile(
                Visitor visitor, Submission submission, String item, List<String> cases, SentForm form);
    }

    private final Visit visit;
    private final OpenSubmission open;
    private final Submissions submissions;
    private final SubmissionFiles files;
    private final DecideSubmission decide;

    PublishFilePage(
            Visit visit, OpenSubmission open, Submissions submissions, SubmissionFiles files, DecideSubmission decide) {
        this.visit = visit;
        this.open = open;
        this.submissions = submissions;
        this.files = files;
        this.decide = decide;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String form(@PathParam("id") String id, @PathParam("item") String item) {
        files.find(visit.visitor(), id, item);
        return render(id, item, SentForm.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response publish(@PathParam("id") String id, @PathParam("item") String item, SentForm form)
            throws IOException {
        SubmissionFiles.Found found = files.find(visit.visitor(), id, item);
        String title = form.required("title", MOST_TITLE, "Say in your own words what can be seen.");
        String slug = form.value("case");
        if (!cases(id).contains(slug)) {
            form.refuse("case", "Choose a case that rests on this submission; publish one first if there is none.");
        }
        if (!form.value("looked").equals("on")) {
            form.refuse("looked", "Look at the copy first: does it show a face, a name, a room, a notification?");
        }
        if (form.refused()) {
            return refused(id, item, form);
        }
        Copy copy = files.copy(found);
        if (!(copy instanceof Copy.Made made)) {
            form.refuse("title", SubmissionFiles.notMade((Copy.NotMade) copy));
            return refused(id, item, form);
        }
        PublicFiles.Content content = new PublicFiles.Content(made.kind().mediaType(), made.bytes());
        if (!decide.publishFile(visit.visitor(), found.key().id(), slug, title, content)) {
            form.refuse("case", "The person does not allow copies of the files to be published.");
            return refused(id, item, form);
        }
        return SeeOther.at("/desk/submissions/" + id).build();
    }

    private Response refused(String id, String item, SentForm form) {
        return Response.status(UNPROCESSABLE).entity(render(id, item, form)).build();
    }

    private String render(String id, String item, SentForm form) {
        return Templates.publishfile(visit.visitor(), open.find(id), item, cases(id), form)
                .render();
    }

    private List<String> cases(String id) {
        return submissions.yielded(open.find(id).id()).stream()
                .map(Yield::caseSlug)
                .distinct()
                .toList();
    }
}
