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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lacuna.page.SentForm;
import org.lacuna.shared.SlowHash;

/** Where an administrator keeps the accounts. */
@Path("/desk/editors")
@Blocking
@Produces(MediaType.TEXT_HTML)
class EditorsPage {
    private static final int MOST_WHY = 300;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance editors(Visitor visitor, View view, SentForm form);
    }

    /** @param password a one-time password that was made now; it is never shown again */
    record View(List<KeepAccounts.Line> all, List<DeskRole> roles, Optional<String> password) {}

    private final Visit visit;
    private final KeepAccounts accounts;

    EditorsPage(Visit visit, KeepAccounts accounts) {
        this.visit = visit;
        this.accounts = accounts;
    }

    @GET
    @Allowed(DeskRole.ADMIN)
    public Response list() {
        return page(200, SentForm.empty(), Optional.empty());
    }

    @POST
    @Path("/{id}/roles")
    @Allowed(DeskRole.ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response roles(@PathParam("id") UUID id, SentForm form) {
        Set<DeskRole> roles = Invitations.roles(form);
        return form.refused() && !visit.visitor().editor().equals(id)
                ? page(422, form, Optional.empty())
                : done(form, () -> accounts.roles(visit.visitor(), id, roles));
    }

    @POST
    @Path("/{id}/reset")
    @Allowed(DeskRole.ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reset(@PathParam("id") UUID id, SentForm form) {
        try {
            boolean secondStepToo = form.value("second-step").equals("on");
            return page(200, form, Optional.of(accounts.reset(visit.visitor(), id, secondStepToo)));
        } catch (SlowHash.Busy busy) {
            form.refuse("second-step", "Too much to do at this moment. Please wait a few seconds and try again.");
            return page(503, form, Optional.empty());
        }
    }

    @POST
    @Path("/{id}/remove")
    @Allowed(DeskRole.ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("id") UUID id, SentForm form) {
        String why = form.required("why", MOST_WHY, "Say why this account ends.");
        // Whether one may is said before what is missing.
        return form.refused() && !visit.visitor().editor().equals(id)
                ? page(422, form, Optional.empty())
                : done(form, () -> accounts.remove(visit.visitor(), id, why));
    }

    private Response done(SentForm form, Runnable work) {
        try {
            work.run();
            return SeeOther.at("/desk/editors").build();
        } catch (Accounts.LastAdmin last) {
            form.refuse("admin", "Nobody else keeps the accounts. Make another editor an administrator first.");
            return page(409, form, Optional.empty());
        }
    }

    private Response page(int status, SentForm form, Optional<String> password) {
        View view = new View(accounts.all(visit.visitor()), List.of(DeskRole.values()), password);
        return Response.status(status)
                .entity(Templates.editors(visit.visitor(), view, form).render())
                .build();
    }
}
