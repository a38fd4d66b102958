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
import org.lacuna.api.copies.CaseHeaders;
import org.lacuna.publication.Document;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicRecord;
import org.lacuna.shared.SiteAddress;

/** Cases by filter, and one by its slug. */
@Path("/api/v1/cases")
@Produces(Answers.JSON)
@Tag(name = "Cases", description = "One subject on one platform, with its timeline")
public class CasesResource {
    private final PublicRecord record;
    private final DocumentLists lists;
    private final SiteAddress site;

    CasesResource(PublicRecord record, DocumentLists lists, SiteAddress site) {
        this.record = record;
        this.lists = lists;
        this.site = site;
    }

    @GET
    @Operation(
            operationId = "listCases",
            summary = "Cases that fit a filter, the one that changed last first",
            description =
                    "All filters that are given must hold. Follow `next` (or the `Link` header) for more: the pages "
                            + "show the record as it stood when the first one was asked for.")
    @APIResponse(
            responseCode = "200",
            description = "`cases` (documents as under /cases/{slug}), `next`, and `total`, which is null above 10,000")
    public Response list(@Context UriInfo uri, @Context Request request) {
        return lists.page(DocumentKind.CASES, uri, request);
    }

    @GET
    @Produces(Formats.NDJSON)
    @Operation(operationId = "listCases", hidden = true)
    public RestMulti<byte[]> lines(@Context UriInfo uri) {
        return lists.lines(DocumentKind.CASES, uri);
    }

    @GET
    @Produces(Formats.CSV)
    @Operation(operationId = "listCases", hidden = true)
    public RestMulti<byte[]> rows(@Context UriInfo uri) {
        return lists.rows(DocumentKind.CASES, uri);
    }

    @GET
    @Path("{slug}")
    @Operation(
            operationId = "readCase",
            summary = "One case",
            description = "Canonical JSON (RFC 8785); the entity tag is the SHA-256 digest of the bytes.")
    @Parameter(
            name = "slug",
            in = ParameterIn.PATH,
            description = "The case, as its address names it",
            example = "zoom-humanitarian-china-2020")
    @APIResponse(
            responseCode = "200",
            description = "The public case document",
            content = @Content(schema = @Schema(implementation = PublicCase.class)))
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "308", description = "It was merged into another case; the body is a tombstone")
    @APIResponse(responseCode = "410", description = "It was retracted; the body is a tombstone")
    @APIResponse(responseCode = "404", description = "No public case has this slug")
    public Response one(@PathParam("slug") String slug, @Context UriInfo uri, @Context Request request) {
        Optional<LocalDate> asOf = Asked.in(uri).asOf();
        Optional<Document> found =
                asOf.map(day -> record.caseDocument(slug, day)).orElseGet(() -> record.caseDocument(slug));
        Optional<PublicRecord.Gone> gone = asOf.isPresent()
                ? found.flatMap(record::gone)
                : found.isPresent() ? Optional.empty() : record.goneCase(slug);
        if (gone.isPresent()) {
            return Answers.gone(gone.get(), "/api/v1/cases/", asOf.map(day -> "asOf=" + day));
        }
        Document document = found.orElseThrow(() -> new NotFoundException("expected the slug of a public case, found '"
                + slug + "'" + asOf.map(day -> " as of " + day).orElse("") + "; /api/v1/cases lists them"));
        Response answer = Answers.document(document, request);
        answer.getHeaders().add("Link", CaseHeaders.citeAs(site.root(uri.getBaseUri()), slug, document));
        return answer;
    }
}
