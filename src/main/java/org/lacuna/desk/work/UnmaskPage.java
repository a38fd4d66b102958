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
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.TwoPersons;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.Submission;
import org.lacuna.page.SentForm;

/** Where a senior editor asks to see who a person is. */
@Path("/desk/submissions/{id}/who")
@Blocking
@Produces(MediaType.TEXT_HTML)
class UnmaskPage {
    private static final int UNPROCESSABLE = 422;
    private static final int MOST_WHY = 500;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance who(Visitor visitor, Submission submission, SentForm form);
    }

    private final Visit visit;
    private final OpenSubmission open;
    private final TwoPersons twoPersons;

    UnmaskPage(Visit visit, OpenSubmission open, TwoPersons twoPersons) {
        this.visit = visit;
        this.open = open;
        this.twoPersons = twoPersons;
    }

    @GET
    @Allowed(DeskRole.SENIOR)
    public String form(@PathParam("id") String id) {
        return Templates.who(visit.visitor(), open.find(id), SentForm.empty()).render();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(DeskRole.SENIOR)
    public Response ask(@PathParam("id") String id, SentForm form) {
        Submission submission = open.find(id);
        String why =
                form.required("why", MOST_WHY, "Say why you must know; the custodian and the audit trail read it.");
        if (form.refused()) {
            return Response.status(UNPROCESSABLE)
                    .entity(Templates.who(visit.visitor(), submission, form).render())
                    .build();
        }
        twoPersons.propose(visit.visitor(), UnmaskPerson.WORD, id, id, why);
        return SeeOther.at("/desk/proposals").build();
    }
}
