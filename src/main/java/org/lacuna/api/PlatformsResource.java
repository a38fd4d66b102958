package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Monitor;
import org.lacuna.publication.Numbers;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.bulk.CsvLines;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;

/** What is known of each platform, and how many public cases it has. */
@Path("/api/v1/platforms")
@Produces(Answers.JSON)
@Tag(name = "Platforms", description = "Where cases happen, how their pages are read and how one appeals there")
public class PlatformsResource {
    static final List<org.lacuna.publication.Parameter> LIST = List.of(Asked.AS_OF, Formats.PARAMETER);
    static final List<org.lacuna.publication.Parameter> ONE = List.of(Asked.AS_OF);

    private final Platforms platforms;
    private final Monitor monitor;
    private final PublicRecord record;
    private final ItemStreams streams;
    private final ObjectMapper json;

    PlatformsResource(
            Platforms platforms, Monitor monitor, PublicRecord record, ItemStreams streams, ObjectMapper json) {
        this.platforms = platforms;
        this.monitor = monitor;
        this.record = record;
        this.streams = streams;
        this.json = json;
    }

    /**
     * A platform for a reader.
     *
     * @param definition digest of the file that defines it
     * @param watched how often a subject's page is read, as an ISO 8601 duration; null if it is not
     * @param cases how many public cases there are, by status and verification
     */
    record View(
            String id,
            String name,
            String about,
            String home,
            Optional<String> appeals,
            List<String> hosts,
            Digest definition,
            Optional<String> watched,
            List<Numbers.Cell> cases) {}

    @GET
    @Operation(
            operationId = "listPlatforms",
            summary = "All platforms",
            description =
                    "`asOf` counts the cases of that day. What a platform is and how it is read is told as it is now.")
    @APIResponse(responseCode = "200", description = "`platforms`")
    public Response list(@Context UriInfo uri, @Context Request request) {
        return answer(Map.of("platforms", all(Asked.in(uri))), request);
    }

    @GET
    @Produces(Formats.NDJSON)
    @Operation(operationId = "listPlatforms", hidden = true)
    public RestMulti<byte[]> lines(@Context UriInfo uri) {
        Asked asked = Asked.in(uri);
        return streams.lines(Optional.empty(), Long.MAX_VALUE, (cursor, limit) -> items(asked));
    }

    @GET
    @Produces(Formats.CSV)
    @Operation(operationId = "listPlatforms", hidden = true)
    public RestMulti<byte[]> rows(@Context UriInfo uri) {
        Asked asked = Asked.in(uri);
        return streams.rows(CsvLines.platforms(), Optional.empty(), Long.MAX_VALUE, (cursor, limit) -> items(asked));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "readPlatform",
            summary = "One platform",
            description =
                    "`asOf` counts the cases of that day. What a platform is and how it is read is told as it is now.")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The platform, as its address names it",
            example = "zoom")
    @APIResponse(responseCode = "200", description = "What it is, how it is watched and how many cases there are")
    @APIResponse(responseCode = "404", description = "No platform has this id")
    public Response one(@PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
        Optional<LocalDate> asOf = Asked.in(uri).asOf();
        return platforms
                .find(id)
                .map(platform -> answer(view(platform, asOf), request))
                .orElseThrow(() -> unknown(id));
    }

    @GET
    @Path("{id}/watching")
    @Operation(
            operationId = "readWatching",
            summary = "How well a platform is watched: from where, how lately, its controls and open alerts",
            description =
                    "As it is now: there is no `asOf`, since only the last look is kept of each subject. Alerts that"
                            + " were open on a day are told by /api/v1/alerts.")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "The platform, as its address names it",
            example = "youtube")
    @APIResponse(responseCode = "200", description = "`from` for each vantage, and `alerts` that are open")
    @APIResponse(responseCode = "404", description = "No platform has this id")
    public Response watching(@PathParam("id") String id, @Context Request request) {
        return platforms
                .find(id)
                .map(platform -> answer(monitor.watching(platform), request))
                .orElseThrow(() -> unknown(id));
    }

    private static NotFoundException unknown(String id) {
        return new NotFoundException("expected the id of a platform, found '" + id + "'; /api/v1/platforms lists them");
    }

    private List<View> all(Asked asked) {
        return platforms.all().stream()
                .map(platform -> view(platform, asked.asOf()))
                .toList();
    }

    /** They are few, and come in one piece. */
    private ItemStreams.Items items(Asked asked) {
        return new ItemStreams.Items(streams.trees(all(asked)), Optional.empty());
    }

    private View view(Platform platform, Optional<LocalDate> asOf) {
        return new View(
                platform.id(),
                platform.name(),
                platform.about(),
                platform.home().toString(),
                platform.appeals().map(Object::toString),
                platform.hosts(),
                platform.digest(),
                platform.fetch().map(plan -> plan.every().toString()),
                record.numbers(CaseFilter.on(platform.id()), asOf).cells());
    }

    private Response answer(Object view, Request request) {
        byte[] body = CanonicalJson.bytes(json.valueToTree(view));
        return Answers.tagged(body, Digest.of(body), request).build();
    }
}
