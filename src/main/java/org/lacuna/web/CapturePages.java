package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.lacuna.page.InertDocument;
import org.lacuna.page.Say;
import org.lacuna.page.language.Language;
import org.lacuna.publication.captures.Mementos;
import org.lacuna.publication.captures.OfferedCapture;
import org.lacuna.publication.captures.PublicCaptures;
import org.lacuna.publication.captures.ShownCapture;
import org.lacuna.shared.Digest;
import org.lacuna.shared.SiteAddress;

/**
 * Copies of captures, for people: a page about each, and what it shows, which is a Memento (RFC 7089). A copy may have to
 * go, so nobody is told to keep it for long.
 */
@Path("/captures/{hex}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CapturePages {
    private static final String PLAIN = "text/plain;charset=UTF-8";

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance capture(
                OfferedCapture capture, List<String> cases, List<OfferedCapture> others, String timeMap);
    }

    private final PublicCaptures captures;
    private final SiteAddress site;

    CapturePages(PublicCaptures captures, SiteAddress site) {
        this.captures = captures;
        this.site = site;
    }

    /** @param hex digest of the capture, 64 characters */
    @GET
    public Response about(@PathParam("hex") String hex) {
        OfferedCapture capture = find(hex);
        Mementos beside = captures.beside(capture);
        List<OfferedCapture> others = beside.all().stream()
                .filter(each -> !each.record().equals(capture.record()))
                .toList();
        return Response.ok(Templates.capture(
                        capture, captures.cases(capture), others, Mementos.TIME_MAP + "json/" + beside.original()))
                .header(HttpHeaders.CACHE_CONTROL, PageHeaders.SHORTLY)
                .build();
    }

    /** What the capture shows, with nothing in it that could do anything. */
    @GET
    @Path("/page")
    public Response page(@PathParam("hex") String hex, @Context UriInfo uri) {
        OfferedCapture capture = find(hex);
        ShownCapture shown = shown(capture);
        String document = new InertDocument(
                        capture.url(),
                        Say.in(Language.ENGLISH).moment(capture.captured()),
                        shown.status(),
                        shown.media(),
                        capture.path(),
                        true,
                        shown.kind(),
                        shown.title(),
                        shown.html(),
                        shown.cut())
                .render();
        return memento(Response.ok(document, "text/html;charset=UTF-8"), capture, uri);
    }

    /** Its body as text. */
    @GET
    @Path("/source")
    @Produces(MediaType.TEXT_PLAIN)
    public Response source(@PathParam("hex") String hex, @Context UriInfo uri) {
        OfferedCapture capture = find(hex);
        String source = Optional.of(shown(capture))
                .filter(ShownCapture::isText)
                .map(ShownCapture::source)
                .orElseThrow(() -> new NotFoundException("What was captured is no text; the WARC file has it."));
        return memento(Response.ok(source, PLAIN), capture, uri);
    }

    private Response memento(Response.ResponseBuilder response, OfferedCapture capture, UriInfo uri) {
        return response.header("Memento-Datetime", Mementos.date(capture.captured()))
                .header(HttpHeaders.LINK, captures.beside(capture).linksOf(capture, site.root(uri.getBaseUri())))
                .header(HttpHeaders.CACHE_CONTROL, PageHeaders.SHORTLY)
                .header("X-Robots-Tag", "noindex")
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "Link, Memento-Datetime")
                .build();
    }

    private OfferedCapture find(String hex) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new NotFoundException("Expected the SHA-256 of a capture in 64 characters.");
        }
        Digest record = new Digest(hex);
        return captures.find(record).orElseThrow(() -> captures.gone(record)
                .map(why -> new WebApplicationException(why, Response.Status.GONE))
                .orElseGet(() -> new NotFoundException("There is no public copy of this capture.")));
    }

    private ShownCapture shown(OfferedCapture capture) {
        if (captures.bytes(capture) instanceof PublicCaptures.Bytes.Whole whole) {
            return captures.shown(whole);
        }
        throw new ServiceUnavailableException("Our copy is damaged, so it is not shown until it is mended.");
    }
}
