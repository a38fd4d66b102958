package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Parameter;
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
    private static final Parameter LIMIT = Parameters.number("limit", 1, Search.MOST_AT_ONCE, "How many at most", "20");

    static final List<Parameter> PARAMETERS = Stream.concat(
                    CaseFilter.parameters().stream(), Stream.of(Asked.AS_OF, Asked.CURSOR, LIMIT))
            .toList();

    private static final int USUAL = 20;

    private final Search search;
    private final ObjectMapper json;

    SearchResource(Search search, ObjectMapper json) {
        this.search = search;
        this.json = json;
    }

    @GET
    @Operation(
            operationId = "search",
            summary = "Cases in which words stand, best first",
            description =
                    "`q` is needed. Words in the title count most, then those of the incident, of the timeline, of the sources."
                            + " Takes every filter of /api/v1/cases. At most " + Search.MOST
                            + " cases are ranked and counted, the ones that changed last: `considered.all` says whether that is"
                            + " every case that fits. Passages come in segments of plain text; those with `hit` were looked for.")
    @APIResponse(
            responseCode = "200",
            description = "Hits, facets, what was considered, and where the next page is",
            content = @Content(schema = @Schema(implementation = SearchAnswer.class)))
    @APIResponse(responseCode = "400", description = "A parameter that was not understood, as application/problem+json")
    public Response find(@Context UriInfo uri, @Context Request request) {
        Asked asked = Asked.in(uri);
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
