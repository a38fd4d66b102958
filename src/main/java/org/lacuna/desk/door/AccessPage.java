package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.lacuna.intake.EditorKey;

/** Who cannot open what is stored, and how another editor gives it to them. */
@Path("/desk/access")
@Blocking
@Produces(MediaType.TEXT_HTML)
class AccessPage {
    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance access(Visitor visitor, List<GiveAccess.Line> lines);
    }

    private final Visit visit;
    private final UnlockedKeys keys;
    private final GiveAccess give;

    AccessPage(Visit visit, UnlockedKeys keys, GiveAccess give) {
        this.visit = visit;
        this.keys = keys;
        this.give = give;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    public String list() {
        return Templates.access(visit.visitor(), give.all()).render();
    }

    @POST
    @Path("/{id}/give")
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    public Response give(@PathParam("id") UUID id) {
        Visitor visitor = visit.visitor();
        EditorKey key =
                keys.of(visitor).orElseThrow(() -> new IllegalStateException("nobody comes here with a locked key"));
        give.give(visitor, key, id);
        return SeeOther.at("/desk/access").build();
    }
}
