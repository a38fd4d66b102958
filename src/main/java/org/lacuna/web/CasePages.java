package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.lacuna.platform.Platforms;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.CasePage;
import org.lacuna.publication.PublicRecord;

/** Find a case, read a case. */
@Path("/cases")
@Produces(MediaType.TEXT_HTML)
public class CasePages {
    private static final int AT_ONCE = 25;

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance find(FindView view);

        static native TemplateInstance oneCase(CaseView view);
    }

    private final PublicRecord record;
    private final Platforms platforms;

    CasePages(PublicRecord record, Platforms platforms) {
        this.record = record;
        this.platforms = platforms;
    }

    @GET
    public TemplateInstance find(@BeanParam Asked asked) {
        CaseFilter filter = asked.filter();
        return Templates.find(
                FindView.of(asked, page(asked, filter), record.numbers(filter), record.numbers(), platforms.all()));
    }

    private CasePage page(Asked asked, CaseFilter filter) {
        try {
            return record.cases(filter, asked.cursor(), AT_ONCE);
        } catch (IllegalArgumentException editedCursor) {
            throw new BadRequestException(editedCursor.getMessage(), editedCursor);
        }
    }

    @GET
    @Path("/{slug}")
    public TemplateInstance one(@PathParam("slug") String slug) {
        return record.findCase(slug)
                .map(document ->
                        CaseView.of(document, platforms.find(document.platform().id())))
                .map(Templates::oneCase)
                .orElseThrow(() -> record.goneCase(slug)
                        .map(gone -> GonePage.of(gone, "/cases/"))
                        .orElseGet(() -> new NotFoundException("There is no public case named “" + slug + "”.")));
    }
}
