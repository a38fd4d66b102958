package org.lacuna.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.lacuna.publication.Document;
import org.lacuna.publication.PublicIncident;
import org.lacuna.publication.PublicRecord;

/** Incidents, and one by its slug. */
@Path("/api/v1/incidents")
@Produces(Answers.JSON)
@Tag(name = "Incidents", description = "Cases that belong together, each with its own status")
public class IncidentsResource {
    private final PublicRecord record;
    private final DocumentLists lists;

    IncidentsResource(PublicRecord record, DocumentLists lists) {
        this.record = record;
        this.lists = lists;
    }

    @GET
    @Operation(
            operationId = "listIncidents",
            summary = "Incidents, the one that changed last first",
            description = "Filters of cases choose the incidents: one of its public cases must fit all of them.")
    @APIResponse(responseCode = "200", description = "`incidents`, `total` and `next`")
    public Response list(@Context UriInfo uri, @Context Request request) {
        return lists.page(DocumentKind.INCIDENTS, uri, request);
    }

    @GET
    @Produces(Formats.NDJSON)
    @Operation(operationId = "listIncidents", hidden = true)
    public RestMulti<byte[]> lines(@Context UriInfo uri) {
        return lists.lines(DocumentKind.INCIDENTS, uri);
    }

    @GET
    @Produces(Formats.CSV)
    @Operation(operationId = "listIncidents", hidden = true)
    public RestMulti<byte[]> rows(@Context UriInfo uri) {
        return lists.rows(DocumentKind.INCIDENTS, uri);
    }

    @GET
    @Path("{slug}")
    @Operation(operationId = "readIncident", summary = "One incident with its cases in short")
    @Parameter(
            name = "slug",
            in = ParameterIn.PATH,
            description = "The incident, as its address names it",
            example = "zoom-june-fourth-2020")
    @APIResponse(
            responseCode = "200",
            description = "The public incident document",
            content = @Content(schema = @Schema(implementation = PublicIncident.class)))
    @APIResponse(responseCode = "308", description = "Its cases were merged into another one; the body is a tombstone")
    @APIResponse(responseCode = "410", description = "Its cases were retracted; the body is a tombstone")
    @APIResponse(responseCode = "404", description = "No public incident has this slug")
    public Response one(@PathParam("slug") String slug, @Context UriInfo uri, @Context Request request) {
        Optional<LocalDate> asOf = Asked.in(uri).asOf();
        Optional<Document> found =
                asOf.map(day -> record.incidentDocument(slug, day)).orElseGet(() -> record.incidentDocument(slug));
        Optional<PublicRecord.Gone> gone = asOf.isPresent()
                ? found.flatMap(record::goneIncident)
                : found.isPresent() ? Optional.empty() : record.goneIncident(slug);
        if (gone.isPresent()) {
            return Answers.gone(gone.get(), "/api/v1/incidents/", asOf.map(day -> "asOf=" + day));
        }
        return Answers.document(
                found.orElseThrow(() -> new NotFoundException("expected the slug of a public incident, found '" + slug
                        + "'" + asOf.map(day -> " as of " + day).orElse("") + "; /api/v1/incidents lists them")),
                request);
    }
}
