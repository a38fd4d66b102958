package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.bulk.BulkSet;
import org.lacuna.publication.bulk.BulkSets;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;

/** Which bulk files there are. */
@Path("/api/v1/bulk")
@Produces(Answers.JSON)
@Tag(name = "Bulk files", description = "The record as files, signed and dated")
public class BulkResource {
    private final BulkSets sets;
    private final ObjectMapper json;

    BulkResource(BulkSets sets, ObjectMapper json) {
        this.sets = sets;
        this.json = json;
    }

    @GET
    @Operation(
            operationId = "listBulkSets",
            summary = "All sets of bulk files, the newest first",
            description =
                    "Each file with its size, SHA-256 and rows. A set in which something was redacted is replaced by one"
                            + " that names the old digests in `replaces`.")
    @APIResponse(responseCode = "200", description = "`sets`")
    public Response list(@Context Request request) {
        List<BulkSet> all = sets.all();
        byte[] body = CanonicalJson.bytes(json.valueToTree(Map.of("sets", all)));
        return Answers.tagged(body, Digest.of(body), request).build();
    }
}
