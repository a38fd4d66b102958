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
import org.lacuna.publication.Parameters;
import org.lacuna.publication.PublicAlerts;
import org.lacuna.publication.bulk.CsvLines;
import org.lacuna.shared.CanonicalJson;

/** When our definitions may not have read what they should. */
@Path("/api/v1/alerts")
@Produces(Answers.JSON)
@Tag(name = "Alerts", description = "How far to trust what we observed")
public class AlertsResource {
    private static final Parameter PLATFORM = Parameters.slug("platform", "On this platform", "youtube");
    private static final Parameter OPEN = Parameters.flag("open", "Only those that are open then, or that are not");
    static final List<Parameter> PARAMETERS =
            List.of(PLATFORM, OPEN, Asked.AS_OF, Asked.CURSOR, Asked.LIMIT, Formats.PARAMETER);

    private final PublicAlerts alerts;
    private final ItemStreams streams;
    private final ObjectMapper json;

    AlertsResource(PublicAlerts alerts, ItemStreams streams, ObjectMapper json) {
        this.alerts = alerts;
        this.streams = streams;
        this.json = json;
    }

    /** As the answer has it. */
    record View(List<PublicAlerts.Alert> alerts, Optional<String> next) {}

    @GET
    @Operation(
            operationId = "listAlerts",
            summary = "Definition alerts, the one that was opened last first",
            description = "While one is open, no loss is concluded there.")
    @APIResponse(responseCode = "200", description = "`alerts` and `next`")
    public Response list(@Context UriInfo uri, @Context Request request) {
        Asked asked = Asked.in(uri);
        PublicAlerts.Alerts page = page(asked, asked.cursor(), asked.limit());
        Optional<String> next = page.next().map(cursor -> Answers.next(uri, "cursor", cursor));
        return Answers.list(CanonicalJson.bytes(json.valueToTree(new View(page.alerts(), next))), next, request);
    }

    @GET
    @Produces(Formats.NDJSON)
    @Operation(operationId = "listAlerts", hidden = true)
    public RestMulti<byte[]> lines(@Context UriInfo uri) {
        Asked asked = Asked.in(uri);
        return streams.lines(asked.cursor(), asked.mostLines(), reader(asked));
    }

    @GET
    @Produces(Formats.CSV)
    @Operation(operationId = "listAlerts", hidden = true)
    public RestMulti<byte[]> rows(@Context UriInfo uri) {
        Asked asked = Asked.in(uri);
        return streams.rows(CsvLines.alerts(), asked.cursor(), asked.mostLines(), reader(asked));
    }

    private ItemStreams.Reader reader(Asked asked) {
        return (cursor, limit) -> {
            PublicAlerts.Alerts page = page(asked, cursor, limit);
            return new ItemStreams.Items(streams.trees(page.alerts()), page.next());
        };
    }

    private PublicAlerts.Alerts page(Asked asked, Optional<String> cursor, int limit) {
        return alerts.page(asked.text(PLATFORM), asked.text(OPEN).map(Boolean::valueOf), asked.asOf(), cursor, limit);
    }
}
