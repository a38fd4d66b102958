package org.lacuna.api;

import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
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
import org.lacuna.shared.Digest;

/** The copy of a capture as a file: the WARC file whose digest the document of the case gives, or that file as WACZ. */
@Path("/captures/{hex}/{file:copy\\.(warc\\.gz|wacz)}")
@Blocking
@Tag(name = "Evidence", description = "Copies of what we saw")
public class CaptureFilesResource {
    private static final String WARC = "copy.warc.gz";

    private final PublicCaptures captures;

    CaptureFilesResource(PublicCaptures captures) {
        this.captures = captures;
    }

    @GET
    @Uncompressed
    @Operation(
            operationId = "readCapture",
            summary = "The copy of a capture",
            description = "`copy.warc.gz` is a WARC 1.1 file (ISO 28500) whose SHA-256 is the `copy` of the case's"
                    + " `captures`; `copy.wacz` holds that file, an index and a data package (WACZ 1.1.1). Ranges are"
                    + " answered. `docs/evidence.md` says what is left out and what each digest proves.")
    @Parameter(
            name = "hex",
            in = ParameterIn.PATH,
            description = "The `record` of the case's `captures`, without `sha256:`",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "file",
            in = ParameterIn.PATH,
            description = "`copy.warc.gz` or `copy.wacz`",
            example = WARC,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "206", description = "The part that was asked for")
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "404", description = "There is no public copy of such a capture")
    @APIResponse(responseCode = "410", description = "It was taken back; why is told")
    @APIResponse(responseCode = "416", description = "The file has no such part")
    public Response file(
            @PathParam("hex") String hex,
            @PathParam("file") String file,
            @Parameter(description = RangedAnswer.ABOUT_RANGE) @HeaderParam("Range") Optional<String> range,
            @Parameter(description = RangedAnswer.ABOUT_IF_RANGE) @HeaderParam("If-Range") Optional<String> ifRange,
            @Context Request request) {
        OfferedCapture capture = find(hex);
        if (!(captures.bytes(capture) instanceof PublicCaptures.Bytes.Whole whole)) {
            throw new ServiceUnavailableException("Our copy is damaged, so it is not handed out until it is mended.");
        }
        String name = "lacuna-" + hex.substring(0, 16);
        RangedAnswer answer = new RangedAnswer(request, range, ifRange);
        if (file.equals(WARC)) {
            return CaptureFiles.warc(answer, name + ".warc.gz", capture.copy(), whole.warc());
        }
        List<OfferedCapture> one = List.of(capture);
        return CaptureFiles.wacz(answer, name + ".wacz", one, captures.packed("Capture of " + capture.url(), one));
    }

    private OfferedCapture find(String hex) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new NotFoundException("Expected the SHA-256 of a capture in 64 characters.");
        }
        Digest record = new Digest(hex);
        return captures.find(record).orElseThrow(() -> captures.gone(record)
                .map(why -> new WebApplicationException(why, Response.Status.GONE))
                .orElseGet(() -> new NotFoundException("There is no public copy of this capture.")));
    }
}
