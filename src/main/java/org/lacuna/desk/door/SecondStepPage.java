package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.lacuna.page.SentForm;
import org.lacuna.shared.SlowHash;

/** Where an editor sets up the second step, or moves it to another telephone. */
@Path("/desk/second-step")
@Blocking
@EvenWhenNotReady
@Produces(MediaType.TEXT_HTML)
class SecondStepPage {
    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance secondstep(
                Visitor visitor, SentForm form, Totp secret, QrPicture picture, long codesLeft);

        static native TemplateInstance recoverycodes(Visitor visitor, List<String> codes);
    }

    private final Visit visit;
    private final SetUpSecondStep setUp;

    SecondStepPage(Visit visit, SetUpSecondStep setUp) {
        this.visit = visit;
        this.setUp = setUp;
    }

    @GET
    @AnyRole
    public Response form() {
        return page(200, SentForm.empty(), Totp.draw());
    }

    @POST
    @AnyRole
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setUp(SentForm form) {
        Visitor visitor = visit.visitor();
        Optional<Totp> secret = form.read("code", form.value("secret"), Totp::read);
        if (secret.isEmpty()) {
            return page(422, form, Totp.draw());
        }
        try {
            Optional<List<String>> codes = setUp.setUp(visitor, form, secret.get());
            return codes.map(drawn -> Response.ok(
                                    Templates.recoverycodes(visitor, drawn).render())
                            .build())
                    .orElseGet(() -> page(422, form, secret.get()));
        } catch (SlowHash.Busy busy) {
            form.refuse("password", "Too much to do at this moment. Please wait a few seconds and try again.");
            return page(503, form, secret.get());
        }
    }

    private Response page(int status, SentForm form, Totp secret) {
        Visitor visitor = visit.visitor();
        QrPicture picture = QrPicture.of(secret.uri(visitor.name()));
        return Response.status(status)
                .entity(Templates.secondstep(visitor, form, secret, picture, setUp.codesLeft(visitor))
                        .render())
                .build();
    }
}
