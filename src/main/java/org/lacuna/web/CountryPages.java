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
import java.util.stream.Stream;
import org.lacuna.page.AsOf;
import org.lacuna.page.AskedIn;
import org.lacuna.page.Refused;
import org.lacuna.page.Say;
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
    private final AskedIn asked;

    CountryPages(PublicRecord record, Countries countries, RestrictionCharts charts, SiteAddress site, AskedIn asked) {
        this.asked = asked;
        this.record = record;
        this.countries = countries;
        this.charts = charts;
        this.site = site;
    }

    @GET
    public TemplateInstance all(@QueryParam("asOf") String asOf) {
        Optional<LocalDate> day = AsOf.read(asOf);
        List<Countries.Country> all = countries.all(day, asked.say());
        return Templates.countries(all, Countries.chart(all, asked.say()), day);
    }

    /** The grid of countries as a file. */
    @GET
    @Path("/countries.{format: svg|png|csv}")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("format") String format, @QueryParam("asOf") String asOf, @Context UriInfo uri) {
        Optional<LocalDate> day = AsOf.read(asOf);
        Chart chart = Countries.chart(countries.all(day, asked.say()), asked.say())
                .orElseThrow(() -> new NotFoundException("No government is said to have demanded anything yet."));
        return ChartFile.answer(chart, format, ChartFile.page(site.root(uri.getBaseUri()), "countries", day));
    }

    @GET
    @Path("/{code: [A-Za-z][A-Za-z]}")
    public TemplateInstance one(@PathParam("code") String given, @QueryParam("asOf") String asOf) {
        String code = known(given);
        Optional<LocalDate> day = AsOf.read(asOf);
        return Templates.country(
                code,
                Stream.of("demandedBy", "scope", "basedIn")
                        .map(parameter -> part(parameter, code, day))
                        .toList(),
                overTime(code, day),
                day);
    }

    /** What began and was lifted over time where a country is named in any of the three ways, as a file. */
    @GET
    @Path("/{code: [A-Za-z][A-Za-z]}/over-time.{format: svg|png|csv}")
    @Produces(MediaType.WILDCARD)
    public Response overTime(
            @PathParam("code") String given,
            @PathParam("format") String format,
            @QueryParam("asOf") String asOf,
            @Context UriInfo uri) {
        String code = known(given);
        Optional<LocalDate> day = AsOf.read(asOf);
        Chart chart = overTime(code, day)
                .orElseThrow(() -> Refused.notFound(asked.say().of("country.no-case"), asked.say()));
        return ChartFile.answer(chart, format, ChartFile.page(site.root(uri.getBaseUri()), "countries/" + code, day));
    }

    private Optional<Chart> overTime(String code, Optional<LocalDate> day) {
        return charts.overTime(CaseFilter.all().with("country", code), day, asked.say());
    }

    private Part part(String parameter, String code, Optional<LocalDate> day) {
        Say say = asked.say();
        CaseFilter filter = CaseFilter.all().with(parameter, code);
        return new Part(
                parameter,
                say.of("country." + parameter),
                say.of("country." + parameter + ".says", "country", say.theCountry(code)),
                record.numbers(filter, day).cases(),
                record.cases(filter, day, Optional.empty(), AT_ONCE).cases().stream()
                        .map(each -> CaseLine.of(each, say))
                        .toList());
    }

    private String known(String given) {
        String code = given.toUpperCase(Locale.ROOT);
        if (!List.of(Locale.getISOCountries()).contains(code)) {
            throw Refused.notFound(asked.say().of("error.no-country", "name", code), asked.say());
        }
        return code;
    }
}
