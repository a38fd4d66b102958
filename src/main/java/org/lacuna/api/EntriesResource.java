package org.lacuna.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.lacuna.publication.bulk.CsvLines;

/** Lines of timelines: all of them, what platforms and others stated, what our crawler confirmed. */
@Path("/api/v1")
@Tag(name = "Entries", description = "Dated lines of timelines, across cases")
public class EntriesResource {
    static final Optional<String> EVERY = Optional.empty();
    static final Optional<String> STATEMENTS = Optional.of("statement");
    static final Optional<String> OBSERVATIONS = Optional.of("observation");

    private final EntryLists lists;

    EntriesResource(EntryLists lists) {
        this.lists = lists;
    }

    @GET
    @Path("entries")
    @Produces(Answers.JSON)
    @Operation(
            operationId = "listEntries",
            summary = "Lines of timelines, what was recorded last first",
            description = "Filters of cases choose the cases in which the lines stand.")
    @APIResponse(responseCode = "200", description = "`entries`, `total` and `next`")
    public Response entries(@Context UriInfo uri, @Context Request request) {
        return lists.page("entries", EVERY, uri, request);
    }

    @GET
    @Path("entries")
    @Produces(Formats.NDJSON)
    @Operation(operationId = "listEntries", hidden = true)
    public RestMulti<byte[]> entryLines(@Context UriInfo uri) {
        return lists.lines(EVERY, uri);
    }

    @GET
    @Path("entries")
    @Produces(Formats.CSV)
    @Operation(operationId = "listEntries", hidden = true)
    public RestMulti<byte[]> entryRows(@Context UriInfo uri) {
        return lists.rows(EVERY, CsvLines.entries(), uri);
    }

    @GET
    @Path("statements")
    @Produces(Answers.JSON)
    @Operation(
            operationId = "listStatements",
            summary = "What platforms, governments and the persons concerned said, what was recorded last first",
            description = "`by` and `claim` narrow the statements themselves.")
    @APIResponse(responseCode = "200", description = "`statements`, `total` and `next`")
    public Response statements(@Context UriInfo uri, @Context Request request) {
        return lists.page("statements", STATEMENTS, uri, request);
    }

    @GET
    @Path("statements")
    @Produces(Formats.NDJSON)
    @Operation(operationId = "listStatements", hidden = true)
    public RestMulti<byte[]> statementLines(@Context UriInfo uri) {
        return lists.lines(STATEMENTS, uri);
    }

    @GET
    @Path("statements")
    @Produces(Formats.CSV)
    @Operation(operationId = "listStatements", hidden = true)
    public RestMulti<byte[]> statementRows(@Context UriInfo uri) {
        return lists.rows(STATEMENTS, CsvLines.entries(), uri);
    }

    @GET
    @Path("observations")
    @Produces(Answers.JSON)
    @Operation(
            operationId = "listObservations",
            summary = "What our crawler confirmed in public cases, what was recorded last first",
            description = "Seen by us, beside the status of a case and never part of it.")
    @APIResponse(responseCode = "200", description = "`observations`, `total` and `next`")
    public Response observations(@Context UriInfo uri, @Context Request request) {
        return lists.page("observations", OBSERVATIONS, uri, request);
    }

    @GET
    @Path("observations")
    @Produces(Formats.NDJSON)
    @Operation(operationId = "listObservations", hidden = true)
    public RestMulti<byte[]> observationLines(@Context UriInfo uri) {
        return lists.lines(OBSERVATIONS, uri);
    }

    @GET
    @Path("observations")
    @Produces(Formats.CSV)
    @Operation(operationId = "listObservations", hidden = true)
    public RestMulti<byte[]> observationRows(@Context UriInfo uri) {
        return lists.rows(OBSERVATIONS, CsvLines.observations(), uri);
    }
}
