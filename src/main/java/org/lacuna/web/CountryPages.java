package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacuna.page.AsOf;
import org.lacuna.page.Words;
import org.lacuna.page.chart.Chart;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.PublicRecord;
import org.lacuna.shared.SiteAddress;

/** Countries: what their governments demanded, what is restricted there, who of those who were hit is based there. */
@Path("/countries")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CountryPages {
    private static final int AT_ONCE = 10;

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance countries(
                List<Countries.Country> countries, Optional<Chart> chart, Optional<LocalDate> asOf);

        static native TemplateInstance country(
                String code, List<Part> parts, Optional<Chart> overTime, Optional<LocalDate> asOf);
    }

    /**
     * One way in which cases have to do with a country.
     *
     * @param parameter of the filter that finds them
     */
    record Part(String parameter, String title, String says, long total, List<CaseLine> lines) {}

    private final PublicRecord record;
    private final Countries countries;
    private final RestrictionCharts charts;
    private final SiteAddress site;

    CountryPages(PublicRecord record, Countries countries, RestrictionCharts charts, SiteAddress site) {
        this.record = record;
        this.countries = countries;
        this.charts = charts;
        this.site = site;
    }

    @GET
    public TemplateInstance all(@QueryParam("asOf") String asOf) {
        Optional<LocalDate> day = AsOf.read(asOf);
        List<Countries.Country> all = countries.all(day);
        return Templates.countries(all, Countries.chart(all), day);
    }

    /** The grid of countries as a file. */
    @GET
    @Path("/countries.{format: svg|png|csv}")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("format") String format, @QueryParam("asOf") String asOf, @Context UriInfo uri) {
        Chart chart = Countries.chart(countries.all(AsOf.read(asOf)))
                .orElseThrow(() -> new NotFoundException("No government is said to have demanded anything yet."));
        return ChartFile.answer(chart, format, site.root(uri.getBaseUri()).resolve("countries"));
    }

    @GET
    @Path("/{code: [A-Za-z][A-Za-z]}")
    public TemplateInstance one(@PathParam("code") String asked, @QueryParam("asOf") String asOf) {
        String code = known(asked);
        Optional<LocalDate> day = AsOf.read(asOf);
        String name = Words.theCountry(code);
        return Templates.country(
                code,
                List.of(
                        part(
                                "demandedBy",
                                "Demanded by its government",
                                "The government of " + name
                                        + " is said to have asked for these. A demand is a claim by whoever reports it.",
                                code,
                                day),
                        part(
                                "scope",
                                "Restricted there",
                                "These are kept from people in " + name + " and not from everybody.",
                                code,
                                day),
                        part(
                                "basedIn",
                                "Whoever was hit is based there",
                                "The person, group or page is based in " + name + ", wherever the demand came from.",
                                code,
                                day)),
                charts.overTime(CaseFilter.all().with("country", code), day),
                day);
    }

    private Part part(String parameter, String title, String says, String code, Optional<LocalDate> day) {
        CaseFilter filter = CaseFilter.all().with(parameter, code);
        return new Part(
                parameter,
                title,
                says,
                record.numbers(filter, day).cases(),
                record.cases(filter, day, Optional.empty(), AT_ONCE).cases().stream()
                        .map(CaseLine::of)
                        .toList());
    }

    private static String known(String asked) {
        String code = asked.toUpperCase(Locale.ROOT);
        if (!List.of(Locale.getISOCountries()).contains(code)) {
            throw new NotFoundException("There is no country with the ISO 3166 code " + code + ".");
        }
        return code;
    }
}
