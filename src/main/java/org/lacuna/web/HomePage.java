package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.lacuna.publication.PublicRecord;

/** The first page, and the two that explain the others. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomePage {
    private static final int LATEST = 8;

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance home(HomeView view);

        static native TemplateInstance methods();

        static native TemplateInstance about();
    }

    private final PublicRecord record;

    HomePage(PublicRecord record) {
        this.record = record;
    }

    @GET
    public TemplateInstance home() {
        return Templates.home(HomeView.of(record.numbers(), record.latest(LATEST)));
    }

    @GET
    @Path("methods")
    public TemplateInstance methods() {
        return Templates.methods();
    }

    @GET
    @Path("about")
    public TemplateInstance about() {
        return Templates.about();
    }
}
