package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
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
import org.lacuna.page.AskedIn;
import org.lacuna.page.Refused;
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
    private final AskedIn asked;

    IncidentPages(PublicRecord record, SiteAddress site, AskedIn asked) {
        this.asked = asked;
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
        return Templates.incident(IncidentView.of(incident, cases, day, asked.say()));
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
        Chart chart = StandingChart.of(find(slug, day).cases(), asked.say())
                .orElseThrow(() -> Refused.notFound(asked.say().of("standing.one"), asked.say()));
        return ChartFile.answer(chart, format, ChartFile.page(site.root(uri.getBaseUri()), "incidents/" + slug, day));
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
            return Refused.notFound(
                    asked.say()
                            .of(
                                    "error.no-incident-then",
                                    "name",
                                    slug,
                                    "day",
                                    asked.say().day(day.get())),
                    asked.say());
        }
        return record.goneIncident(slug)
                .map(left -> GonePage.of(left, "/incidents/", asked.say()))
                .orElseGet(() -> Refused.notFound(asked.say().of("error.no-incident", "name", slug), asked.say()));
    }
}
