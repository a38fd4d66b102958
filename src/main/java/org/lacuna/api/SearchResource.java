package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.Parameters;
import org.lacuna.publication.search.Found;
import org.lacuna.publication.search.Search;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;

/** Cases by words, best first. */
@Path("/api/v1/search")
@Produces(Answers.JSON)
@Tag(name = "Search", description = "Cases by words, in any script, best first")
public class SearchResource {
    private static final org.lacuna.publication.Parameter LIMIT =
            Parameters.number("limit", 1, Search.MOST_AT_ONCE, "How many at most", "20");
    private static final int USUAL = 20;

    private final Search search;
    private final ObjectMapper json;

    SearchResource(Search search, ObjectMapper json) {
        this.search = search;
        this.json = json;
    }

    @GET
    @Operation(
            summary = "Cases in which words stand, best first",
            description =
                    "Words in the title count most, then those of the incident, of the timeline, of the sources."
                            + " Takes every filter of /api/v1/cases. At most " + Search.MOST
                            + " cases are ranked and counted, the ones that changed last: `considered.all` says whether that is"
                            + " every case that fits. Passages come in segments of plain text; those with `hit` were looked for.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            required = true,
            description = "Words that must all be there; \"phrases\", begin*, -without, one OR other",
            example = "tiananmen")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As the record stood at the end of this day (UTC)",
            example = "2026-12-31")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 100",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "From `next` of the page before")
    @APIResponse(
            responseCode = "200",
            description = "Hits, facets, what was considered, and where the next page is",
            content = @Content(schema = @Schema(implementation = SearchAnswer.class)))
    @APIResponse(responseCode = "400", description = "A parameter that was not understood, as application/problem+json")
    public Response find(@Context UriInfo uri, @Context Request request) {
        Asked asked = Asked.withFilter(uri, Asked.AS_OF, Asked.CURSOR, LIMIT);
        Found found = search.find(
                asked.filter(),
                asked.asOf(),
                asked.cursor(),
                asked.text(LIMIT).map(Integer::valueOf).orElse(USUAL));
        Optional<String> next = found.next().map(cursor -> Answers.next(uri, Asked.CURSOR.name(), cursor));
        byte[] body = CanonicalJson.bytes(json.valueToTree(SearchAnswer.of(found, next)));
        Response.ResponseBuilder response = Answers.tagged(body, Digest.of(body), request);
        next.ifPresent(link -> response.header("Link", "<" + link + ">; rel=\"next\""));
        return response.build();
    }
}
