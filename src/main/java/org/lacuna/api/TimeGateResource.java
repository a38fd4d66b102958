package org.lacuna.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.WrongParameter;
import org.lacuna.publication.captures.Mementos;
import org.lacuna.publication.captures.PublicCaptures;
import org.lacuna.shared.SiteAddress;

/** Leads to the capture of an address that is nearest to a moment (RFC 7089 §4.1, pattern 2.1). */
@Path("/api/v1/timegate/{url:.+}")
@Blocking
@Tag(name = "Evidence", description = "Copies of what we saw")
public class TimeGateResource {
    private static final String MOMENT = "Accept-Datetime";
    private static final String A_MOMENT = "Wed, 10 Jun 2020 12:00:00 GMT";

    private final PublicCaptures captures;
    private final SiteAddress site;

    TimeGateResource(PublicCaptures captures, SiteAddress site) {
        this.captures = captures;
        this.site = site;
    }

    @GET
    @Operation(
            operationId = "timeGate",
            summary = "The public capture of an address nearest to a moment",
            description = "A TimeGate of Memento (RFC 7089). The address is written behind it as it is, with its query."
                    + " Only stored captures are looked through; nothing is fetched.")
    @Parameter(
            name = "url",
            in = ParameterIn.PATH,
            description = "The whole address of a web page, as it is, with its query",
            example = "https://example.org/page",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = MOMENT,
            in = ParameterIn.HEADER,
            description = "The moment, as HTTP writes dates; without it the newest is meant",
            example = A_MOMENT,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "302", description = "Where it is")
    @APIResponse(responseCode = "404", description = "No public capture is of this address")
    public Response nearest(@Context HttpServerRequest request, @Context HttpHeaders headers, @Context UriInfo uri) {
        Optional<Instant> moment = moment(headers);
        Mementos mementos = MementoAddress.find(captures, request, Mementos.TIME_GATE)
                .orElseThrow(() -> new NotFoundException("No public capture is of this address."));
        return Response.status(Response.Status.FOUND)
                // a path of ours alone, never what was asked for
                .header(HttpHeaders.LOCATION, mementos.best(moment).memento())
                .header(HttpHeaders.VARY, "accept-datetime")
                .header(HttpHeaders.LINK, mementos.linksOfGate(site.root(uri.getBaseUri())))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }

    private static Optional<Instant> moment(HttpHeaders headers) {
        List<String> sent =
                Optional.ofNullable(headers.getRequestHeader(MOMENT)).orElse(List.of());
        if (sent.size() > 1) {
            throw wrong("it once", "it " + sent.size() + " times");
        }
        try {
            return sent.stream().map(Mementos::read).findFirst();
        } catch (IllegalArgumentException noDate) {
            throw wrong("a date as HTTP writes it, in GMT (RFC 9110 §5.6.7)", "another text");
        }
    }

    private static WrongParameter wrong(String expected, String found) {
        return WrongParameter.outsideQuery(MOMENT, expected, found, Optional.of(A_MOMENT));
    }
}
