package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.lacuna.page.EvenWhen;
import org.lacuna.page.SentForm;
import org.lacuna.page.Switch;
import org.lacuna.shared.SlowHash;

/** Where an editor logs in. */
@Path("/desk/login")
@Blocking
@EvenWhen({Switch.READ_ONLY, Switch.NO_DESK})
@Produces(MediaType.TEXT_HTML)
class LoginPage {
    private static final int MOST = 200;
    private static final int TOO_MANY_REQUESTS = 429;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance login(SentForm form);
    }

    private final SignIn signIn;

    LoginPage(SignIn signIn) {
        this.signIn = signIn;
    }

    @GET
    @OpenToAll
    public Response form() {
        return Response.ok(Templates.login(SentForm.empty()).render()).build();
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response login(SentForm form, @CookieParam(DeskCookies.BROWSER) String browser, @Context UriInfo asked) {
        String name = form.required("name", MOST, "Please type your name.");
        String password = form.value("password");
        if (password.isEmpty()) {
            form.refuse("password", "Please type your password.");
        }
        if (form.refused()) {
            return page(422, form);
        }
        try {
            SignIn.Result result = signIn.attempt(
                    new SignIn.Typed(name, password, form.value("code")),
                    Optional.ofNullable(browser).map(Token::new));
            if (result instanceof SignIn.SignedIn in) {
                return SeeOther.at("/desk/start")
                        .cookie(DeskCookies.session(in.session(), asked), DeskCookies.browser(in.browser(), asked))
                        .build();
            }
            return result instanceof SignIn.Wait wait ? later(form, wait.time().toSeconds()) : refused(form);
        } catch (SlowHash.Busy busy) {
            return later(form, SlowHash.Busy.RETRY_AFTER_SECONDS);
        }
    }

    private static Response refused(SentForm form) {
        form.refuse(
                "name", "Name, password and code do not belong together. A code is taken once; wait for the next one.");
        return page(Response.Status.UNAUTHORIZED.getStatusCode(), form);
    }

    private static Response later(SentForm form, long seconds) {
        form.refuse("name", "Too many attempts. Please wait " + seconds + " seconds and try again.");
        return Response.fromResponse(page(TOO_MANY_REQUESTS, form))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private static Response page(int status, SentForm form) {
        return Response.status(status).entity(Templates.login(form).render()).build();
    }
}
