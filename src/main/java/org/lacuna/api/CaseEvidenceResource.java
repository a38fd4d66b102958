package org.lacuna.api;

import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.captures.OfferedCapture;
import org.lacuna.publication.captures.PublicCaptures;

/** All copies that a case offers, in one file. */
@Path("/cases/{slug}/evidence.wacz")
@Blocking
@Tag(name = "Evidence", description = "Copies of what we saw")
public class CaseEvidenceResource {
    private final PublicCaptures captures;

    CaseEvidenceResource(PublicCaptures captures) {
        this.captures = captures;
    }

    @GET
    @Uncompressed
    @Operation(
            operationId = "readCaseEvidence",
            summary = "The copies of all captures of a case",
            description = "A WACZ 1.1.1 file with the WARC files that `captures` of the case names, an index and a data"
                    + " package. Ranges are answered.")
    @Parameter(
            name = "slug",
            in = ParameterIn.PATH,
            description = "The case, as its address names it",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "206", description = "The part that was asked for")
    @APIResponse(responseCode = "404", description = "No public case has this slug, or it offers no copy")
    @APIResponse(responseCode = "416", description = "The file has no such part")
    public Response file(
            @PathParam("slug") String slug,
            @Parameter(description = RangedAnswer.ABOUT_RANGE) @HeaderParam("Range") Optional<String> range,
            @Parameter(description = RangedAnswer.ABOUT_IF_RANGE) @HeaderParam("If-Range") Optional<String> ifRange,
            @Context Request request) {
        List<OfferedCapture> all = captures.ofCase(slug);
        if (all.isEmpty()) {
            throw new NotFoundException("There is no public case of this name that offers a copy of a capture.");
        }
        return CaptureFiles.wacz(
                new RangedAnswer(request, range, ifRange),
                slug + ".wacz",
                all,
                captures.packed("Captures of the case " + slug, all));
    }
}
