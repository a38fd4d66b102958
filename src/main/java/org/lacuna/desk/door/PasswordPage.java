package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.lacuna.page.SentForm;
import org.lacuna.shared.SlowHash;

/** Where an editor changes the password; with a one-time password there is nothing else to do. */
@Path("/desk/password")
@Blocking
@EvenWhenNotReady
@Produces(MediaType.TEXT_HTML)
class PasswordPage {
    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance password(Visitor visitor, SentForm form);
    }

    private final Visit visit;
    private final ChangePassword changePassword;

    PasswordPage(Visit visit, ChangePassword changePassword) {
        this.visit = visit;
        this.changePassword = changePassword;
    }

    @GET
    @AnyRole
    public Response form() {
        return page(200, SentForm.empty());
    }

    @POST
    @AnyRole
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(SentForm form, @Context UriInfo asked) {
        try {
            Optional<Token> session = changePassword.change(visit.visitor(), form);
            return session.map(token -> SeeOther.at("/desk/start")
                            .cookie(DeskCookies.session(token, asked))
                            .build())
                    .orElseGet(() -> page(422, form));
        } catch (SlowHash.Busy busy) {
            form.refuse("password", "Too much to do at this moment. Please wait a few seconds and try again.");
            return page(503, form);
        }
    }

    private Response page(int status, SentForm form) {
        return Response.status(status)
                .entity(Templates.password(visit.visitor(), form).render())
                .build();
    }
}
