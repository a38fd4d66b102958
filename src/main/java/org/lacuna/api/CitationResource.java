package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.Shape;
import org.lacuna.publication.citation.Citation;
import org.lacuna.publication.citation.Citations;
import org.lacuna.publication.citation.CitedCase;
import org.lacuna.publication.citation.Style;
import org.lacuna.shared.Digest;
import org.lacuna.shared.SiteAddress;

/** How a case is cited. */
@Path("/api/v1/cases/{slug}/citation")
@Tag(name = "Cases")
public class CitationResource {
    static final org.lacuna.publication.Parameter STYLE = new org.lacuna.publication.Parameter(
            "format",
            "How it is written; without it as CSL-JSON",
            "bibtex",
            "apa, bibtex or csl",
            Shape.oneOf(List.of("apa", "bibtex", "csl")),
            word -> Style.named(word).word());

    private final Citations citations;
    private final PublicRecord record;
    private final SiteAddress site;
    private final ObjectMapper json;

    CitationResource(Citations citations, PublicRecord record, SiteAddress site, ObjectMapper json) {
        this.citations = citations;
        this.record = record;
        this.site = site;
        this.json = json;
    }

    @GET
    @Operation(
            operationId = "citation",
            summary = "How to cite a case",
            description =
                    "The permalink leads to the version that is cited, whatever is recorded later. What was corrected or"
                            + " redacted since stands in the note, and in CSL-JSON under `custom.corrections` too.")
    @Parameter(
            name = "slug",
            in = ParameterIn.PATH,
            description = "The case, as its address names it",
            example = "zoom-humanitarian-china-2020")
    @APIResponse(
            responseCode = "200",
            description = "The citation",
            content = {
                @Content(
                        mediaType = "application/vnd.citationstyles.csl+json",
                        schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = "application/x-bibtex", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "A parameter that was not understood, as application/problem+json")
    @APIResponse(responseCode = "404", description = "No such case was public")
    @APIResponse(responseCode = "410", description = "It was retracted; the body is a tombstone")
    public Response cite(@PathParam("slug") String slug, @Context UriInfo uri, @Context Request request) {
        Asked asked = Asked.in(uri);
        Style style = asked.text(STYLE).map(Style::named).orElse(Style.CSL);
        Optional<LocalDate> asOf = asked.asOf();
        Optional<CitedCase> cited = asOf.map(day -> citations.asOf(slug, day, site.root(uri.getBaseUri())))
                .orElseGet(() -> citations.now(slug, site.root(uri.getBaseUri())));
        return cited.map(CitedCase::citation)
                .map(citation -> answer(style, citation, request))
                .or(() -> record.goneCase(slug)
                        .filter(gone -> asOf.isEmpty() || withdrawn(slug, asOf.get()))
                        .map(gone -> gone(gone, uri)))
                .orElseThrow(() -> new NotFoundException("expected the slug of a public case, found '" + slug + "'"
                        + asOf.map(day -> " as of " + day).orElse("") + "; /api/v1/cases lists them"));
    }

    private boolean withdrawn(String slug, LocalDate day) {
        return record.caseDocument(slug, day).flatMap(record::gone).isPresent();
    }

    private static Response gone(PublicRecord.Gone gone, UriInfo uri) {
        Response left = Answers.gone(gone, "/api/v1/cases/", Optional.empty());
        String query = Optional.ofNullable(uri.getRequestUri().getRawQuery())
                .map(text -> "?" + text)
                .orElse("");
        return gone.leadsTo()
                .map(slug -> Response.fromResponse(left)
                        .location(null)
                        .header("Location", "/api/v1/cases/" + slug + "/citation" + query)
                        .build())
                .orElse(left);
    }

    private Response answer(Style style, Citation citation, Request request) {
        byte[] body = style.write(citation, json).getBytes(StandardCharsets.UTF_8);
        return Answers.tagged(body, Digest.of(body), request)
                .type(style.media())
                .header("Link", "<" + citation.permalink() + ">; rel=\"cite-as\"")
                .build();
    }
}
