package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Where the editor is logged in, and how to end that from here. */
@Path("/desk/sessions")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SessionsPage {
    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance sessions(Visitor visitor, List<Sessions.Line> open);
    }

    private final Visit visit;
    private final Sessions sessions;
    private final DeskQueries queries;

    SessionsPage(Visit visit, Sessions sessions, DeskQueries queries) {
        this.visit = visit;
        this.sessions = sessions;
        this.queries = queries;
    }

    @GET
    public String list() {
        Visitor visitor = visit.visitor();
        return Templates.sessions(visitor, sessions.open(visitor)).render();
    }

    @POST
    @Path("/{id}/revoke")
    @Transactional
    public Response revoke(@PathParam("id") UUID id) {
        Visitor visitor = visit.visitor();
        if (!sessions.revoke(visitor, id)) {
            throw new NotFoundException("You have no such session.");
        }
        queries.act(visitor.editor(), DeskAction.REVOKED_SESSION, id.toString(), "");
        return SeeOther.at("/desk/sessions").build();
    }
}
