package org.lacuna.desk.work;

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
import org.lacuna.desk.door.Visit;
import org.lacuna.intake.Dossier;
import org.lacuna.intake.Submission;
import org.lacuna.intake.Told;
import org.lacuna.page.SentForm;

/** Where an editor writes a public case from a submission, in words of their own. */
@Path("/desk/submissions/{id}/case")
@Blocking
@Produces(MediaType.TEXT_HTML)
class NewCasePage {
    private final Visit visit;
    private final OpenSubmission open;
    private final DecideSubmission decide;
    private final WriteCase write;

    NewCasePage(Visit visit, OpenSubmission open, DecideSubmission decide, WriteCase write) {
        this.visit = visit;
        this.open = open;
        this.decide = decide;
        this.write = write;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String form(@PathParam("id") String id) {
        Submission submission = open.find(id);
        if (open.unlock(visit.visitor(), submission.id()).isPresent()) {
            decide.open(visit.visitor(), submission.id());
        }
        return write.show(visit.visitor(), Optional.of(submission), told(submission));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response publish(@PathParam("id") String id, SentForm form) {
        Submission submission = open.find(id);
        return write.take(visit.visitor(), Optional.of(submission), told(submission), form);
    }

    private Optional<Told> told(Submission submission) {
        return open.open(visit.visitor(), submission.id()).map(Dossier::told);
    }
}
