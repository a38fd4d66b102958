package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.RecordChange;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;

/** The change feed: every public change, numbered from 1 without gaps. */
@Path("/api/v1/changes")
@Produces(Answers.JSON)
@Tag(name = "Changes", description = "What became public or changed, in order and without gaps")
public class ChangesResource {
    private final PublicRecord record;
    private final ObjectMapper json;

    ChangesResource(PublicRecord record, ObjectMapper json) {
        this.record = record;
        this.json = json;
    }

    /**
     * Some changes.
     *
     * @param next where to go on; null where nothing follows yet
     */
    record Changes(List<RecordChange> changes, Optional<String> next) {}

    @GET
    @Operation(
            operationId = "listChanges",
            summary = "The changes after a number",
            description =
                    "Keep the last `sequence` you have seen and ask for what comes after it; 0 starts from the beginning.")
    @APIResponse(responseCode = "200", description = "`changes` and `next`")
    public Response list(@Context UriInfo uri, @Context Request request) {
        Asked asked = Asked.in(uri);
        List<RecordChange> changes = record.changes(asked.after(), asked.limit());
        Optional<String> next = changes.size() == asked.limit()
                ? Optional.of(Answers.next(
                        uri, "after", changes.get(changes.size() - 1).sequence()))
                : Optional.empty();
        byte[] body = CanonicalJson.bytes(json.valueToTree(new Changes(changes, next)));
        Response.ResponseBuilder response = Answers.tagged(body, Digest.of(body), request);
        next.ifPresent(link -> response.header("Link", "<" + link + ">; rel=\"next\""));
        return response.build();
    }
}
