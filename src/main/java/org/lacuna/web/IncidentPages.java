package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicIncident;
import org.lacuna.publication.PublicRecord;

/** Read an incident: who was hit, where each stands, what was said. */
@Path("/incidents")
@Produces(MediaType.TEXT_HTML)
public class IncidentPages {
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance incident(IncidentView view);
    }

    private final PublicRecord record;

    IncidentPages(PublicRecord record) {
        this.record = record;
    }

    @GET
    @Path("/{slug}")
    public TemplateInstance one(@PathParam("slug") String slug) {
        PublicIncident incident = record.findIncident(slug).orElseThrow(() -> record.goneIncident(slug)
                .map(gone -> GonePage.of(gone, "/incidents/"))
                .orElseGet(() -> new NotFoundException("There is no public incident named “" + slug + "”.")));
        List<PublicCase> cases = incident.cases().stream()
                .flatMap(line -> record.findCase(line.slug()).stream())
                .toList();
        return Templates.incident(IncidentView.of(incident, cases));
    }
}
