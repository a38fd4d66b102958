package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacuna.page.AsOf;
import org.lacuna.page.AskedIn;
import org.lacuna.page.Refused;
import org.lacuna.page.Say;
import org.lacuna.page.chart.Chart;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Monitor;
import org.lacuna.publication.PublicRecord;
import org.lacuna.shared.SiteAddress;

/** The platforms: what is recorded about each, how it is watched, how to appeal. */
@Path("/platforms")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PlatformPages {
    private static final int AT_ONCE = 50;

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance platforms(
                List<PlatformView> platforms, Optional<Chart> explanations, Optional<LocalDate> asOf);

        static native TemplateInstance platform(PlatformView view);
    }

    private final PublicRecord record;
    private final Monitor monitor;
    private final Platforms platforms;
    private final RestrictionCharts charts;
    private final ExplanationsChart explanations;
    private final SiteAddress site;
    private final AskedIn asked;

    PlatformPages(
            PublicRecord record,
            Monitor monitor,
            Platforms platforms,
            RestrictionCharts charts,
            ExplanationsChart explanations,
            SiteAddress site,
            AskedIn asked) {
        this.asked = asked;
        this.record = record;
        this.monitor = monitor;
        this.platforms = platforms;
        this.charts = charts;
        this.explanations = explanations;
        this.site = site;
    }

    @GET
    public TemplateInstance all(@QueryParam("asOf") String asOf) {
        Optional<LocalDate> day = AsOf.read(asOf);
        Say say = asked.say();
        return Templates.platforms(
                platforms.all().stream()
                        .sorted(Comparator.comparing(platform -> platform.name().toLowerCase(Locale.ROOT)))
                        .map(platform -> PlatformView.inShort(
                                platform, record.numbers(CaseFilter.on(platform.id()), day), day, say))
                        .toList(),
                explanations.of(CaseFilter.all(), day, say),
                day);
    }

    /** What platforms say, as a file. */
    @GET
    @Path("/explanations.{format: svg|png|csv}")
    @Produces(MediaType.WILDCARD)
    public Response explanations(
            @PathParam("format") String format, @QueryParam("asOf") String asOf, @Context UriInfo uri) {
        Optional<LocalDate> day = AsOf.read(asOf);
        Chart chart = explanations
                .of(CaseFilter.all(), day, asked.say())
                .orElseThrow(() -> Refused.notFound(asked.say().of("home.none"), asked.say()));
        return ChartFile.answer(chart, format, ChartFile.page(site.root(uri.getBaseUri()), "platforms", day));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@PathParam("id") String id, @QueryParam("asOf") String asOf) {
        Platform platform = known(id);
        Optional<LocalDate> day = AsOf.read(asOf);
        CaseFilter filter = CaseFilter.on(id);
        Say say = asked.say();
        return Templates.platform(PlatformView.of(
                platform,
                day.isPresent() ? Monitor.Watching.NONE : monitor.watching(platform),
                record.numbers(filter, day),
                record.cases(filter, day, Optional.empty(), AT_ONCE),
                new PlatformView.Charts(
                        charts.overTime(filter, day, say),
                        charts.reversals(filter, day, say),
                        explanations.of(filter, day, say)),
                day,
                say));
    }

    /** Restrictions over time, as a file. */
    @GET
    @Path("/{id}/over-time.{format: svg|png|csv}")
    @Produces(MediaType.WILDCARD)
    public Response overTime(
            @PathParam("id") String id,
            @PathParam("format") String format,
            @QueryParam("asOf") String asOf,
            @Context UriInfo uri) {
        Optional<LocalDate> day = AsOf.read(asOf);
        Chart chart = charts.overTime(CaseFilter.on(known(id).id()), day, asked.say())
                .orElseThrow(() -> Refused.notFound(asked.say().of("home.none"), asked.say()));
        return ChartFile.answer(chart, format, ChartFile.page(site.root(uri.getBaseUri()), "platforms/" + id, day));
    }

    /** How long restrictions of one level of verification last, as a file. */
    @GET
    @Path("/{id}/reversal-{level: verified|corroborated|reported}.{format: svg|png|csv}")
    @Produces(MediaType.WILDCARD)
    public Response reversal(
            @PathParam("id") String id,
            @PathParam("level") String level,
            @PathParam("format") String format,
            @QueryParam("asOf") String asOf,
            @Context UriInfo uri) {
        Optional<LocalDate> day = AsOf.read(asOf);
        Chart chart = charts.reversals(CaseFilter.on(known(id).id()), day, asked.say()).stream()
                .filter(each -> each.level().equals(level))
                .flatMap(each -> each.chart().stream())
                .findFirst()
                .orElseThrow(() -> Refused.notFound(asked.say().of("platform.too-few"), asked.say()));
        return ChartFile.answer(chart, format, ChartFile.page(site.root(uri.getBaseUri()), "platforms/" + id, day));
    }

    private Platform known(String id) {
        return platforms
                .find(id)
                .orElseThrow(() -> Refused.notFound(asked.say().of("error.no-platform", "name", id), asked.say()));
    }
}
