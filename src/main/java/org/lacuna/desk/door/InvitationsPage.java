package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.page.SentForm;

/** Where an administrator invites somebody. */
@Path("/desk/invitations")
@Blocking
@Produces(MediaType.TEXT_HTML)
class InvitationsPage {
    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance invitations(Visitor visitor, View view, SentForm form);
    }

    /** @param link of an invitation that was made now; it is never shown again */
    record View(List<Invitation> open, Optional<String> link, List<DeskRole> roles) {}

    private final Visit visit;
    private final Invitations invitations;

    InvitationsPage(Visit visit, Invitations invitations) {
        this.visit = visit;
        this.invitations = invitations;
    }

    @GET
    @Allowed(DeskRole.ADMIN)
    public Response list() {
        return page(200, SentForm.empty(), Optional.empty());
    }

    @POST
    @Allowed(DeskRole.ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(SentForm form, @Context UriInfo asked) {
        Optional<Token> token = invitations.invite(visit.visitor(), form);
        return token.map(secret ->
                        page(200, SentForm.empty(), Optional.of(asked.getBaseUri() + "desk/join/" + secret.text())))
                .orElseGet(() -> page(422, form, Optional.empty()));
    }

    @POST
    @Path("/{id}/revoke")
    @Allowed(DeskRole.ADMIN)
    public Response revoke(@PathParam("id") UUID id) {
        invitations.revoke(visit.visitor(), id);
        return SeeOther.at("/desk/invitations").build();
    }

    private Response page(int status, SentForm form, Optional<String> link) {
        View view = new View(invitations.open(), link, List.of(DeskRole.values()));
        return Response.status(status)
                .entity(Templates.invitations(visit.visitor(), view, form).render())
                .build();
    }
}
