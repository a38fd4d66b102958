package org.lacuna.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.captures.Mementos;
import org.lacuna.publication.captures.PublicCaptures;
import org.lacuna.shared.SiteAddress;

/** Lists the captures of an address (RFC 7089 §5). */
@Path("/api/v1/timemap/{format:link|json}/{url:.+}")
@Blocking
@Tag(name = "Evidence", description = "Copies of what we saw")
public class TimeMapResource {
    private final PublicCaptures captures;
    private final SiteAddress site;

    TimeMapResource(PublicCaptures captures, SiteAddress site) {
        this.captures = captures;
        this.site = site;
    }

    @GET
    @Operation(
            operationId = "timeMap",
            summary = "All public captures of an address",
            description =
                    "A TimeMap of Memento (RFC 7089), as `application/link-format` or JSON. The address is written"
                            + " behind it as it is, with its query. Only stored captures are looked through; nothing is fetched.")
    @Parameter(
            name = "format",
            in = ParameterIn.PATH,
            description = "`link` or `json`",
            example = "json",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "url",
            in = ParameterIn.PATH,
            description = "The whole address of a web page, as it is, with its query",
            example = "https://example.org/page",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The list, the oldest first",
            content = {
                @Content(mediaType = Mementos.LINK_FORMAT, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Answers.JSON, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(responseCode = "404", description = "No public capture is of this address")
    public Response all(@PathParam("format") String format, @Context HttpServerRequest request, @Context UriInfo uri) {
        Mementos mementos = MementoAddress.find(captures, request, Mementos.TIME_MAP + format + "/")
                .orElseThrow(() -> new NotFoundException("No public capture is of this address."));
        URI root = site.root(uri.getBaseUri());
        Response.ResponseBuilder response = format.equals("link")
                ? Response.ok(mementos.timeMap(root), Mementos.LINK_FORMAT)
                : Response.ok(mementos.timeMapJson(root).toString(), Answers.JSON);
        return response.header(HttpHeaders.CACHE_CONTROL, "public, max-age=60").build();
    }
}
