package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.lacuna.page.EvenWhen;
import org.lacuna.page.SentForm;
import org.lacuna.page.Switch;
import org.lacuna.shared.SlowHash;

/** Where an editor types the password again, since this process does not hold the key of the session. */
@Path("/desk/unlock")
@Blocking
@EvenWhenNotReady
@EvenWhen({Switch.READ_ONLY, Switch.NO_DESK})
@Produces(MediaType.TEXT_HTML)
class UnlockPage {
    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance unlock(Visitor visitor, SentForm form, String next);
    }

    private final Visit visit;
    private final UnlockKey unlock;

    UnlockPage(Visit visit, UnlockKey unlock) {
        this.visit = visit;
        this.unlock = unlock;
    }

    /** The address of this page, from which the editor comes back to what was asked for. */
    static String leadingTo(UriInfo asked) {
        String wanted = asked.getRequestUri().getRawPath()
                + (asked.getRequestUri().getRawQuery() == null
                        ? ""
                        : "?" + asked.getRequestUri().getRawQuery());
        return "/desk/unlock?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    @GET
    @AnyRole
    public Response form(@QueryParam("next") @DefaultValue("/desk") String next) {
        return page(200, SentForm.empty(), next);
    }

    @POST
    @AnyRole
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response unlock(SentForm form) {
        String next = form.value("next");
        try {
            if (unlock.unlock(visit.visitor(), form.value("password"))) {
                return SeeOther.at(ours(next)).build();
            }
            form.refuse("password", "This is not your password, or you have tried too often: wait a minute.");
            return page(422, form, next);
        } catch (SlowHash.Busy busy) {
            form.refuse("password", "Too much to do at this moment. Please wait a few seconds and try again.");
            return page(503, form, next);
        }
    }

    private Response page(int status, SentForm form, String next) {
        return Response.status(status)
                .entity(Templates.unlock(visit.visitor(), form, ours(next)).render())
                .build();
    }

    /** Nobody is led away from the desk. */
    private static String ours(String next) {
        return next.matches("/desk([/?][\\x21-\\x7e]*)?") ? next : "/desk";
    }
}
