package org.lacuna.api;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.api.copies.TileCopies;
import org.lacuna.api.copies.TileHeaders;
import org.lacuna.ledger.PublicLog;
import org.lacuna.ledger.merkle.TilePath;
import org.lacuna.publication.WrongParameter;

/** The log's files (C2SP tlog-tiles): one that changes every few seconds at most, and many that never change. */
@Path("/log/{file:checkpoint|tile/.+}")
@Blocking
@Tag(name = "Verification", description = "What it takes to check that nothing was altered")
public class LogResource {
    private static final String FOR_A_MOMENT = "public, max-age=1";

    private final PublicLog log;
    private final TileCopies copies;

    LogResource(PublicLog log, TileCopies copies) {
        this.log = log;
        this.copies = copies;
    }

    @GET
    @Compressed
    @Operation(
            operationId = "readLogFile",
            summary = "A file of the log",
            description =
                    "`checkpoint` is the signed head (C2SP tlog-checkpoint); `tile/<level>/<index>` are hashes of the"
                            + " Merkle tree, `tile/entries/<index>` its entries (C2SP tlog-tiles); `docs/ledger.md` describes"
                            + " an entry. /log/checkpoint, /log/tile/0/000, /log/tile/entries/000.p/12")
    @Parameter(
            name = "file",
            in = ParameterIn.PATH,
            description = "`checkpoint`, or the path of a tile",
            example = "checkpoint")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/octet-stream")
            })
    @APIResponse(responseCode = "400", description = "No tile can have this path")
    @APIResponse(responseCode = "404", description = "The published tree has no such tile")
    public Response file(@PathParam("file") String file) {
        return file.equals("checkpoint") ? checkpoint() : tile(file);
    }

    private Response checkpoint() {
        byte[] note = log.checkpoint()
                .orElseThrow(() -> new NotFoundException("The log has no checkpoint yet; the first is signed within"
                        + " seconds of the first publication."));
        return Response.ok(note)
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("Cache-Control", FOR_A_MOMENT)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private Response tile(String path) {
        TilePath tile = TilePath.parse(path)
                .orElseThrow(() -> WrongParameter.outsideQuery(
                        "file",
                        "a path such as tile/0/000 or tile/entries/x001/234.p/56",
                        "another",
                        Optional.of("tile/0/000")));
        byte[] bytes = log.file(tile)
                .orElseThrow(() -> new NotFoundException("The published tree has no such tile; its size is "
                        + log.head().size() + "."));
        copies.keep(tile.toString(), bytes);
        Response.ResponseBuilder answer = Response.ok(bytes);
        TileHeaders.ALL.forEach(answer::header);
        return answer.build();
    }
}
