package org.lacuna.desk.work.captures;

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
import org.lacuna.publication.captures.ReviewCaptures;
import org.lacuna.publication.captures.ReviewedCapture;

/** Which captures public cases name, those that nobody has decided about first. */
@Path("/desk/captures")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CapturesPage {
    private static final int SHOWN = 200;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance captures(Visitor visitor, List<ReviewedCapture> captures);
    }

    private final Visit visit;
    private final ReviewCaptures review;

    CapturesPage(Visit visit, ReviewCaptures review) {
        this.visit = visit;
        this.review = review;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String list() {
        return Templates.captures(visit.visitor(), review.all(SHOWN)).render();
    }
}
