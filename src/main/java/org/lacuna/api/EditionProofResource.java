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
import org.lacuna.publication.editions.Editions;

/** Proves that an edition stands in the log: when it was published, and again when it ended. */
@Path("/api/v1/editions/{report}/{number}/proof")
@Produces(Answers.JSON)
@Tag(name = "Verification", description = "What it takes to check that nothing was altered")
public class EditionProofResource {
    private final Editions editions;
    private final Proofs proofs;

    EditionProofResource(Editions editions, Proofs proofs) {
        this.editions = editions;
        this.proofs = proofs;
    }

    @GET
    @Operation(
            operationId = "proveEdition",
            summary = "That an edition of a report is in the log",
            description =
                    "The digest is the SHA-256 of the edition's document, which names the digests of its files. Of an"
                            + " edition that has ended the tombstone is proved, and with `sequence` what was published, too.")
    @Parameter(
            name = "report",
            in = ParameterIn.PATH,
            description = "The report, as its address names it",
            example = "time-to-reversal")
    @Parameter(name = "number", in = ParameterIn.PATH, description = "The number of the edition", example = "1")
    @APIResponse(
            responseCode = "200",
            description = "Entry, inclusion proof and checkpoint",
            content = @Content(schema = @Schema(implementation = Proofs.Proven.class)))
    @APIResponse(responseCode = "404", description = "No edition with this name was published, or not by this change")
    @APIResponse(responseCode = "503", description = "It was published this moment; ask again in a second or two")
    public Response prove(
            @PathParam("report") String report,
            @PathParam("number") String number,
            @Context UriInfo uri,
            @Context Request request) {
        String name = report + "/" + number;
        long sequence = Asked.in(uri)
                .text(Proofs.SEQUENCE)
                .map(Long::valueOf)
                .or(() -> editions.version(name, Optional.empty())
                        .map(version -> version.document().sequence()))
                .orElseThrow(() -> new NotFoundException(
                        "expected the name of a published edition such as time-to-reversal/1, found '" + name
                                + "'; /reports lists them"));
        return proofs.prove("edition", name, sequence, request);
    }
}
