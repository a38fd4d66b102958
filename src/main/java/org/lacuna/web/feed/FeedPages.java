package org.lacuna.web.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.WrongParameter;
import org.lacuna.publication.follow.Mark;
import org.lacuna.shared.SiteAddress;

/** Feeds for any filter. Whether anything is new is found before a document is read. */
@Path("/feeds")
@Tag(name = "Feeds", description = "What changed last in the cases of a filter, for feed readers")
public class FeedPages {
    private final CaseFeed feed;
    private final SiteAddress site;
    private final ObjectMapper json;

    FeedPages(CaseFeed feed, SiteAddress site, ObjectMapper json) {
        this.feed = feed;
        this.site = site;
        this.json = json;
    }

    /** @throws WrongParameter for what is no parameter of a filter, or no value of it */
    @GET
    @Path("cases.atom")
    @Operation(
            operationId = "atomFeed",
            summary = "What changed last in the cases of a filter, as Atom (RFC 4287)",
            description =
                    "Takes every filter of /api/v1/cases. Reversals and withdrawals are items of their own; the id of"
                            + " an item never changes. With `asOf` it ends with the last change of that day.")
    @APIResponse(
            responseCode = "200",
            description = "The feed, the newest first",
            content = @Content(mediaType = AtomFeed.MEDIA, schema = @Schema(type = SchemaType.STRING)))
    public Response atom(@Context UriInfo uri, @Context Request request) {
        return answer(uri, request, AtomFeed.MEDIA + ";charset=UTF-8", AtomFeed::write);
    }

    /** @throws WrongParameter for what is no parameter of a filter, or no value of it */
    @GET
    @Path("cases.json")
    @Operation(
            operationId = "jsonFeed",
            summary = "What changed last in the cases of a filter, as JSON Feed 1.1",
            description =
                    "Takes every filter of /api/v1/cases. Reversals and withdrawals are items of their own; the id of"
                            + " an item never changes. With `asOf` it ends with the last change of that day.")
    @APIResponse(
            responseCode = "200",
            description = "The feed, the newest first",
            content = @Content(mediaType = JsonFeed.MEDIA, schema = @Schema(type = SchemaType.OBJECT)))
    public Response json(@Context UriInfo uri, @Context Request request) {
        return answer(uri, request, JsonFeed.MEDIA, written -> JsonFeed.write(written, json));
    }

    private Response answer(UriInfo uri, Request request, String media, Function<Feed, byte[]> writer) {
        Followed followed = Followed.read(uri.getQueryParameters());
        URI root = site.root(uri.getBaseUri());
        List<Mark> marks = feed.marks(followed);
        EntityTag tag = new EntityTag(feed.digest(followed, marks, root).hex().substring(0, 32) + media.charAt(12));
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return (same != null ? same : Response.ok(writer.apply(feed.feed(followed, marks, root)), media))
                .tag(tag)
                .header("Cache-Control", "public, max-age=60")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
