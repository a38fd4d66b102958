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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.Document;
import org.lacuna.publication.Order;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicRecord;

/** Cases by filter, and one by its slug. */
@Path("/api/v1/cases")
@Produces(Answers.JSON)
@Tag(name = "Cases", description = "One subject on one platform, with its timeline")
public class CasesResource {
    private final PublicRecord record;

    CasesResource(PublicRecord record) {
        this.record = record;
    }

    @GET
    @Operation(
            summary = "Cases that fit a filter, the one that changed last first",
            description = "All filters that are given must hold. Follow `next` (or the `Link` header) for more.")
    @Parameter(name = "platform", in = ParameterIn.QUERY, description = "Id of a platform", example = "zoom")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Folded status, see /vocabulary",
            example = "restored")
    @Parameter(
            name = "verification",
            in = ParameterIn.QUERY,
            description = "Level of verification",
            example = "corroborated")
    @Parameter(
            name = "country",
            in = ParameterIn.QUERY,
            description = "ISO 3166 code: restricted there, based there, or demanded by its government",
            example = "CN")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "A restriction can have begun on this day (or in this month) or later",
            example = "2020-05")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "A restriction can have begun on this day (or in this month) or earlier",
            example = "2020-06-30")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "A text in the title, the incident or the timeline")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 500",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "From `next` of the page before")
    @APIResponse(responseCode = "200", description = "`cases` (documents as under /cases/{slug}), `total` and `next`")
    @APIResponse(responseCode = "400", description = "A parameter that was not understood, as application/problem+json")
    public Response list(@Context UriInfo uri, @Context Request request) {
        Asked asked = Asked.withFilter(uri, Order.PARAMETER, Asked.AS_OF, Asked.CURSOR, Asked.LIMIT);
        return Answers.page(
                "cases",
                record.caseDocuments(asked.filter(), asked.order(), asked.asOf(), asked.cursor(), asked.limit()),
                uri,
                request);
    }

    @GET
    @Path("{slug}")
    @Operation(
            summary = "One case",
            description = "Canonical JSON (RFC 8785); the entity tag is the SHA-256 digest of the bytes.")
    @Parameter(name = "slug", in = ParameterIn.PATH, example = "zoom-humanitarian-china-2020")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As it stood at the end of this day (UTC)",
            example = "2026-12-31")
    @APIResponse(
            responseCode = "200",
            description = "The public case document",
            content = @Content(schema = @Schema(implementation = PublicCase.class)))
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "308", description = "It was merged into another case; the body is a tombstone")
    @APIResponse(responseCode = "410", description = "It was retracted; the body is a tombstone")
    @APIResponse(responseCode = "404", description = "No public case has this slug")
    public Response one(@PathParam("slug") String slug, @Context UriInfo uri, @Context Request request) {
        Optional<LocalDate> asOf = Asked.in(uri, Asked.AS_OF).asOf();
        Optional<Document> found =
                asOf.map(day -> record.caseDocument(slug, day)).orElseGet(() -> record.caseDocument(slug));
        Optional<PublicRecord.Gone> gone = asOf.isPresent()
                ? found.flatMap(record::gone)
                : found.isPresent() ? Optional.empty() : record.goneCase(slug);
        if (gone.isPresent()) {
            return Answers.gone(gone.get(), "/api/v1/cases/", asOf.map(day -> "asOf=" + day));
        }
        return Answers.document(
                found.orElseThrow(() -> new NotFoundException("expected the slug of a public case, found '" + slug + "'"
                        + asOf.map(day -> " as of " + day).orElse("") + "; /api/v1/cases lists them")),
                request);
    }
}
