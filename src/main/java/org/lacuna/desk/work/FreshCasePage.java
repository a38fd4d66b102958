package org.lacuna.desk.work;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.Visit;
import org.lacuna.page.SentForm;

/** Where an editor writes a case that rests on public sources alone. */
@Path("/desk/cases/new")
@Blocking
@Produces(MediaType.TEXT_HTML)
class FreshCasePage {
    private final Visit visit;
    private final WriteCase write;

    FreshCasePage(Visit visit, WriteCase write) {
        this.visit = visit;
        this.write = write;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String form() {
        return write.show(visit.visitor(), Optional.empty(), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response publish(SentForm form) {
        return write.take(visit.visitor(), Optional.empty(), Optional.empty(), form);
    }
}
