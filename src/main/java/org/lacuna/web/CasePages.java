package org.lacuna.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.page.Spans;
import org.lacuna.platform.Platforms;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.citation.Citations;
import org.lacuna.publication.citation.CitedCase;
import org.lacuna.publication.search.Search;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.SiteAddress;

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
    private final Search search;
    private final Platforms platforms;
    private final Citations citations;
    private final SiteAddress site;
    private final ObjectMapper json;

    CasePages(
            PublicRecord record,
            Search search,
            Platforms platforms,
            Citations citations,
            SiteAddress site,
            ObjectMapper json) {
        this.record = record;
        this.search = search;
        this.platforms = platforms;
        this.citations = citations;
        this.site = site;
        this.json = json;
    }

    @GET
    public TemplateInstance find(@BeanParam Asked asked) {
        CaseFilter filter = asked.filter();
        return Templates.find(
                FindView.of(asked, page(asked, filter), record.numbers().cases(), platforms.all()));
    }

    private FoundCases page(Asked asked, CaseFilter filter) {
        try {
            return asked.words().isPresent()
                    ? FoundCases.of(search.find(filter, Optional.empty(), asked.cursor(), AT_ONCE))
                    : FoundCases.of(record.cases(filter, asked.cursor(), AT_ONCE), record.numbers(filter));
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
        Optional<LocalDate> day = day(asOf);
        URI root = site.root(uri.getBaseUri());
        CitedCase cited = day.map(each -> citations.asOf(slug, each, root))
                .orElseGet(() -> citations.now(slug, root))
                .orElseThrow(() -> missing(slug, day));
        CaseView view = CaseView.of(
                cited.document(), platforms.find(cited.document().platform().id()), CiteView.of(cited, day, json));
        response.putHeader("Link", "<" + cited.citation().permalink() + ">; rel=\"cite-as\"");
        return Templates.oneCase(view);
    }

    private static Optional<LocalDate> day(String asOf) {
        try {
            return Optional.ofNullable(asOf)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(EdtfDate::parse)
                    .flatMap(EdtfDate::latest);
        } catch (IllegalArgumentException noDay) {
            throw new BadRequestException("asOf: " + noDay.getMessage(), noDay);
        }
    }

    private WebApplicationException missing(String slug, Optional<LocalDate> day) {
        if (day.isPresent()
                && !record.caseDocument(slug, day.get()).flatMap(record::gone).isPresent()) {
            return new NotFoundException(
                    "There was no public case named “" + slug + "” on " + Spans.day(day.get()) + ".");
        }
        return record.goneCase(slug)
                .map(gone -> GonePage.of(gone, "/cases/"))
                .orElseGet(() -> new NotFoundException("There is no public case named “" + slug + "”."));
    }
}
