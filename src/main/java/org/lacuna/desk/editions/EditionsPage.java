package org.lacuna.desk.editions;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.publication.editions.Edition;
import org.lacuna.publication.editions.ReviewEditions;

/** Which editions there are, drafts first. */
@Path("/desk/editions")
@Blocking
@Produces(MediaType.TEXT_HTML)
class EditionsPage {
    private static final int SHOWN = 200;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance editions(Visitor visitor, List<Edition> editions);
    }

    private final Visit visit;
    private final ReviewEditions review;

    EditionsPage(Visit visit, ReviewEditions review) {
        this.visit = visit;
        this.review = review;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String list() {
        return Templates.editions(visit.visitor(), review.all(SHOWN)).render();
    }
}
