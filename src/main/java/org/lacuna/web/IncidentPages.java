package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lacuna.page.AsOf;
import org.lacuna.page.Spans;
import org.lacuna.page.chart.Chart;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicIncident;
import org.lacuna.publication.PublicRecord;
import org.lacuna.shared.SiteAddress;

/** Read an incident: who was hit, where each stands, what was said. */
@Path("/incidents")
@Produces(MediaType.TEXT_HTML)
public class IncidentPages {
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance incident(IncidentView view);
    }

    private final PublicRecord record;
    private final SiteAddress site;

    IncidentPages(PublicRecord record, SiteAddress site) {
        this.record = record;
        this.site = site;
    }

    /**
     * One incident, as it stands or as it stood at the end of a day (UTC).
     *
     * @throws BadRequestException for a day that is none
     */
    @GET
    @Path("/{slug}")
    public TemplateInstance one(@PathParam("slug") String slug, @QueryParam("asOf") String asOf) {
        Optional<LocalDate> day = AsOf.read(asOf);
        PublicIncident incident = find(slug, day);
        List<PublicCase> cases = incident.cases().stream()
                .flatMap(line -> record.findCase(line.slug(), day).stream())
                .toList();
        return Templates.incident(IncidentView.of(incident, cases, day));
    }

    /**
     * Who stands where, as a file.
     *
     * @throws BadRequestException for a day that is none
     */
    @GET
    @Path("/{slug}/standing.{format: svg|png|csv}")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response standing(
            @PathParam("slug") String slug,
            @PathParam("format") String format,
            @QueryParam("asOf") String asOf,
            @Context UriInfo uri) {
        Optional<LocalDate> day = AsOf.read(asOf);
        Chart chart = StandingChart.of(find(slug, day).cases())
                .orElseThrow(() -> new NotFoundException("One case alone makes no picture."));
        return ChartFile.answer(
                chart,
                format,
                site.root(uri.getBaseUri())
                        .resolve("incidents/" + slug
                                + day.map(each -> "?asOf=" + each).orElse("")));
    }

    private PublicIncident find(String slug, Optional<LocalDate> day) {
        return record.findIncident(slug, day).orElseThrow(() -> missing(slug, day));
    }

    private WebApplicationException missing(String slug, Optional<LocalDate> day) {
        boolean gone = day.isEmpty()
                || record.incidentDocument(slug, day.get())
                        .flatMap(record::goneIncident)
                        .isPresent();
        if (!gone) {
            return new NotFoundException(
                    "There was no public incident named “" + slug + "” on " + Spans.day(day.get()) + ".");
        }
        return record.goneIncident(slug)
                .map(left -> GonePage.of(left, "/incidents/"))
                .orElseGet(() -> new NotFoundException("There is no public incident named “" + slug + "”."));
    }
}
