package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.lacuna.page.SentForm;
import org.lacuna.shared.SlowHash;

/** Where somebody who was invited chooses a password. The second step follows on the next page. */
@Path("/desk/join/{token}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class JoinPage {
    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance join(Invitation invitation, String token, SentForm form);
    }

    private final Invitations invitations;

    JoinPage(Invitations invitations) {
        this.invitations = invitations;
    }

    @GET
    @OpenToAll
    public Response form(@PathParam("token") String token) {
        return page(200, token, SentForm.empty());
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response join(@PathParam("token") String token, SentForm form, @Context UriInfo asked) {
        try {
            Optional<Token> session = invitations.accept(invitation(token), form);
            return session.map(secret -> SeeOther.at("/desk/second-step")
                            .cookie(DeskCookies.session(secret, asked))
                            .build())
                    .orElseGet(() -> page(422, token, form));
        } catch (SlowHash.Busy busy) {
            form.refuse("new-password", "Too much to do at this moment. Please wait a few seconds and try again.");
            return page(503, token, form);
        }
    }

    private Response page(int status, String token, SentForm form) {
        return Response.status(status)
                .entity(Templates.join(invitation(token), token, form).render())
                .build();
    }

    private Invitation invitation(String token) {
        return invitations
                .of(new Token(token))
                .orElseThrow(() -> new NotFoundException("This invitation was used, taken back or is older than three"
                        + " days. Ask whoever sent it for another one."));
    }
}
