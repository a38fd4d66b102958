package org.lacuna.desk.work.cases;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.form.FindCase;

/** One case with everything that is known of it, and what an editor can do. */
@Path("/desk/cases/{slug}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CasePage {
    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance onecase(Visitor visitor, CaseView view);
    }

    private final Visit visit;
    private final FindCase find;
    private final ViewCase view;

    CasePage(Visit visit, FindCase find, ViewCase view) {
        this.visit = visit;
        this.find = find;
        this.view = view;
    }

    @GET
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    public String show(@PathParam("slug") String slug) {
        return Templates.onecase(visit.visitor(), view.of(find.at(slug))).render();
    }
}
