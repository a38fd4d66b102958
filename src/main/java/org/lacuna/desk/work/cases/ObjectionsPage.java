package org.lacuna.desk.work.cases;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.lacuna.cases.Objections;
import org.lacuna.cases.Objections.Objection;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;

/** The objections that wait for an answer, the oldest first. */
@Path("/desk/objections")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ObjectionsPage {
    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance objections(Visitor visitor, List<Objection> open);
    }

    private final Visit visit;
    private final Objections objections;

    ObjectionsPage(Visit visit, Objections objections) {
        this.visit = visit;
        this.objections = objections;
    }

    @GET
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    public String open() {
        return Templates.objections(visit.visitor(), objections.open()).render();
    }
}
