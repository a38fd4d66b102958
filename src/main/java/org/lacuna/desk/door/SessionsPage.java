package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
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
    private final Audit audit;

    SessionsPage(Visit visit, Sessions sessions, Audit audit) {
        this.visit = visit;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GET
    @AnyRole
    public String list() {
        Visitor visitor = visit.visitor();
        return Templates.sessions(visitor, sessions.open(visitor.editor(), visitor.session()))
                .render();
    }

    @POST
    @Path("/{id}/revoke")
    @AnyRole
    @Transactional
    public Response revoke(@PathParam("id") UUID id) {
        Visitor visitor = visit.visitor();
        UUID owner = sessions.owner(id).orElseThrow(() -> new NotFoundException("There is no such session."));
        boolean own = owner.equals(visitor.editor());
        if (!own && !visitor.roles().contains(DeskRole.ADMIN)) {
            throw new ForbiddenException("You can end your own sessions. Ask an administrator to end another's.");
        }
        sessions.revoke(id);
        audit.act(visitor.editor(), DeskAction.REVOKED_SESSION, id.toString(), own ? "" : "of another editor");
        return SeeOther.at(own ? "/desk/sessions" : "/desk/editors").build();
    }
}
