package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.lacuna.publication.PublicRecord;

/** The pages of cases: find one, read one. */
@Path("/cases")
@Produces(MediaType.TEXT_HTML)
public class CasePages {
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance oneCase(CaseView view);
    }

    private final PublicRecord record;

    CasePages(PublicRecord record) {
        this.record = record;
    }

    @GET
    @Path("/{slug}")
    public TemplateInstance one(@PathParam("slug") String slug) {
        return record.findCase(slug)
                .map(document -> Templates.oneCase(CaseView.of(document, java.util.Optional.empty())))
                .orElseThrow(() -> new NotFoundException("There is no public case named “" + slug + "”."));
    }
}
