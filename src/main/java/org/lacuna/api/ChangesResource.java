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
import org.jboss.resteasy.reactive.RestMulti;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.RecordChange;
import org.lacuna.publication.bulk.CsvLines;
import org.lacuna.shared.CanonicalJson;

/** The change feed: every public change, numbered from 1 without gaps. */
@Path("/api/v1/changes")
@Produces(Answers.JSON)
@Tag(name = "Changes", description = "What became public or changed, in order and without gaps")
public class ChangesResource {
    static final List<Parameter> PARAMETERS = List.of(Asked.AFTER, Asked.LIMIT, Formats.PARAMETER);

    private final PublicRecord record;
    private final ItemStreams streams;
    private final ObjectMapper json;

    ChangesResource(PublicRecord record, ItemStreams streams, ObjectMapper json) {
        this.record = record;
        this.streams = streams;
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
        Optional<String> next = after(changes, asked.limit()).map(last -> Answers.next(uri, "after", last));
        byte[] body = CanonicalJson.bytes(json.valueToTree(new Changes(changes, next)));
        return Answers.list(body, next, request);
    }

    @GET
    @Produces(Formats.NDJSON)
    @Operation(operationId = "listChanges", hidden = true)
    public RestMulti<byte[]> lines(@Context UriInfo uri) {
        Asked asked = Asked.in(uri);
        return streams.lines(from(asked), asked.mostLines(), this::read);
    }

    @GET
    @Produces(Formats.CSV)
    @Operation(operationId = "listChanges", hidden = true)
    public RestMulti<byte[]> rows(@Context UriInfo uri) {
        Asked asked = Asked.in(uri);
        return streams.rows(CsvLines.changes(), from(asked), asked.mostLines(), this::read);
    }

    /** The number of a change is where the list goes on after it. */
    private static Optional<String> from(Asked asked) {
        return Optional.of(Long.toString(asked.after()));
    }

    private ItemStreams.Items read(Optional<String> after, int limit) {
        List<RecordChange> changes = record.changes(after.map(Long::valueOf).orElse(0L), limit);
        return new ItemStreams.Items(
                streams.trees(changes), after(changes, limit).map(Object::toString));
    }

    /** The number of the last one, if more may follow. */
    private static Optional<Long> after(List<RecordChange> changes, int limit) {
        return changes.size() == limit ? Optional.of(changes.get(limit - 1).sequence()) : Optional.empty();
    }
}
