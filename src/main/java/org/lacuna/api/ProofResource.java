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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.Document;
import org.lacuna.publication.PublicRecord;

/** Proves that a version of a case stands in the log. */
@Path("/api/v1/cases/{slug}/proof")
@Produces(Answers.JSON)
@Tag(name = "Verification", description = "What it takes to check that nothing was altered")
public class ProofResource {
    private final PublicRecord record;
    private final Proofs proofs;

    ProofResource(PublicRecord record, Proofs proofs) {
        this.record = record;
        this.proofs = proofs;
    }

    @GET
    @Operation(
            operationId = "proveCase",
            summary = "That a version of a case is in the log",
            description = "The digest is the SHA-256 of the document's bytes. `/log` says how to check it.")
    @Parameter(
            name = "slug",
            in = ParameterIn.PATH,
            description = "The case, as its address names it",
            example = "zoom-humanitarian-china-2020")
    @APIResponse(
            responseCode = "200",
            description = "Entry, inclusion proof and checkpoint",
            content = @Content(schema = @Schema(implementation = Proofs.Proven.class)))
    @APIResponse(responseCode = "404", description = "No case has this slug, or no version this number")
    @APIResponse(responseCode = "503", description = "It was published this moment; ask again in a second or two")
    public Response prove(@PathParam("slug") String slug, @Context UriInfo uri, @Context Request request) {
        long sequence = Asked.in(uri)
                .text(Proofs.SEQUENCE)
                .map(Long::valueOf)
                .or(() -> last(slug))
                .orElseThrow(() -> new NotFoundException(
                        "expected the slug of a public case, found '" + slug + "'; /api/v1/cases lists them"));
        return proofs.prove("case", slug, sequence, request);
    }

    private Optional<Long> last(String slug) {
        return record.caseDocument(slug)
                .or(() -> record.goneCase(slug).map(PublicRecord.Gone::document))
                .map(Document::sequence);
    }
}
