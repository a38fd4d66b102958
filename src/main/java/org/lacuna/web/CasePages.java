package org.lacuna.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
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
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lacuna.ledger.PublicLog;
import org.lacuna.page.AsOf;
import org.lacuna.page.AskedIn;
import org.lacuna.page.Refused;
import org.lacuna.page.Say;
import org.lacuna.page.chart.Chart;
import org.lacuna.platform.Platforms;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Order;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.citation.Citations;
import org.lacuna.publication.citation.CitedCase;
import org.lacuna.publication.search.Search;
import org.lacuna.shared.SiteAddress;

/** Find a case, read a case. */
@Path("/cases")
@Produces(MediaType.TEXT_HTML)
public class CasePages {
    private static final int AT_ONCE = 25;

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance find(FindView view);

        static native TemplateInstance oneCase(CaseView view, List<String> witnesses);
    }

    private final PublicRecord record;
    private final Search search;
    private final Platforms platforms;
    private final Citations citations;
    private final SiteAddress site;
    private final ObjectMapper json;
    private final PublicLog log;
    private final AskedIn asked;

    CasePages(
            PublicRecord record,
            Search search,
            Platforms platforms,
            Citations citations,
            SiteAddress site,
            ObjectMapper json,
            PublicLog log,
            AskedIn asked) {
        this.asked = asked;
        this.record = record;
        this.search = search;
        this.platforms = platforms;
        this.citations = citations;
        this.site = site;
        this.json = json;
        this.log = log;
    }

    @GET
    @Blocking
    public TemplateInstance find(@Context UriInfo uri) {
        Asked wish = Asked.of(uri.getQueryParameters());
        Say say = asked.say();
        return Templates.find(FindView.of(
                wish,
                page(wish, say),
                record.numbers(CaseFilter.all(), wish.asOf()).cases(),
                platforms.all(),
                say));
    }

    private FoundCases page(Asked wish, Say say) {
        try {
            return wish.words().isPresent() && wish.order().isEmpty()
                    ? FoundCases.of(search.find(wish.filter(), wish.asOf(), wish.cursor(), AT_ONCE), say)
                    : FoundCases.of(
                            record.cases(
                                    wish.filter(),
                                    wish.order().orElse(Order.LATEST),
                                    wish.asOf(),
                                    wish.cursor(),
                                    AT_ONCE),
                            record.numbers(wish.filter(), wish.asOf()),
                            say);
        } catch (IllegalArgumentException editedCursor) {
            throw new BadRequestException(editedCursor.getMessage(), editedCursor);
        }
    }

    /**
     * One case, as it stands or as it stood at the end of a day (UTC). The address to cite goes along (RFC 8574).
     *
     * @throws BadRequestException for a day that is none
     */
    @GET
    @Path("/{slug}")
    public TemplateInstance one(
            @PathParam("slug") String slug,
            @QueryParam("asOf") String asOf,
            @Context UriInfo uri,
            @Context HttpServerResponse response) {
        Optional<LocalDate> day = AsOf.read(asOf);
        URI root = site.root(uri.getBaseUri());
        CitedCase cited = day.map(each -> citations.asOf(slug, each, root))
                .orElseGet(() -> citations.now(slug, root))
                .orElseThrow(() -> missing(slug, day));
        CaseView view = CaseView.of(
                cited.document(),
                platforms.find(cited.document().platform().id()),
                CiteView.of(cited, day, json),
                asked.say());
        response.putHeader("Link", "<" + cited.citation().permalink() + ">; rel=\"cite-as\"");
        return Templates.oneCase(view, log.witnesses());
    }

    /**
     * The course of a case as a file.
     *
     * @throws BadRequestException for a day that is none
     */
    @GET
    @Path("/{slug}/course.{format: svg|png|csv}")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response course(
            @PathParam("slug") String slug,
            @PathParam("format") String format,
            @QueryParam("asOf") String asOf,
            @Context UriInfo uri) {
        Optional<LocalDate> day = AsOf.read(asOf);
        URI root = site.root(uri.getBaseUri());
        CitedCase cited = day.map(each -> citations.asOf(slug, each, root))
                .orElseGet(() -> citations.now(slug, root))
                .orElseThrow(() -> missing(slug, day));
        Say say = asked.say();
        Chart chart = CourseChart.of(
                        cited.document(),
                        TimelineRow.of(
                                cited.document(), new Notes(cited.document().sources(), say), say),
                        say)
                .orElseThrow(() -> Refused.notFound(say.of("chart.no-cells"), say));
        return ChartFile.answer(chart, format, cited.citation().permalink());
    }

    private WebApplicationException missing(String slug, Optional<LocalDate> day) {
        Say say = asked.say();
        if (day.isPresent()
                && !record.caseDocument(slug, day.get()).flatMap(record::gone).isPresent()) {
            return Refused.notFound(say.of("error.no-case-then", "name", slug, "day", say.day(day.get())), say);
        }
        return record.goneCase(slug)
                .map(gone -> GonePage.of(gone, "/cases/", say))
                .orElseGet(() -> Refused.notFound(say.of("error.no-case", "name", slug), say));
    }
}
