package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.counts.Dimension;
import org.lacuna.publication.counts.Statistics;
import org.lacuna.publication.counts.Unit;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Word;

/** Counts with denominators, and how long restrictions lasted. */
@Path("/api/v1/statistics")
@Produces({StatisticsFormat.JSON_TYPE, StatisticsFormat.CSV_TYPE, StatisticsFormat.NDJSON_TYPE})
@Tag(name = "Statistics", description = "Counts with denominators, and how long restrictions lasted")
public class StatisticsResource {
    /** What counts can be asked for. */
    static final List<Parameter> COUNTS =
            withFilter(Unit.PARAMETER, Dimension.PARAMETER, Asked.AS_OF, Formats.PARAMETER);

    /** What latencies can be asked for. */
    static final List<Parameter> LATENCY = withFilter(Dimension.PARAMETER, Asked.AS_OF, Formats.PARAMETER);

    private final Statistics statistics;
    private final ObjectMapper mapper;

    StatisticsResource(Statistics statistics, ObjectMapper mapper) {
        this.statistics = statistics;
        this.mapper = mapper;
    }

    @GET
    @Operation(
            operationId = "countStatistics",
            summary = "Cases or restrictions, counted by one or two dimensions",
            description =
                    "Takes every filter of /cases. Each cell is told apart by `verification`; `of` is how many have"
                            + " all but the last of the cell's values. Where a unit can have several values (`overlaps`) cells can"
                            + " add up to more than `of`. A share of fewer than five is `insufficient`. Retracted cases never"
                            + " count. Where restrictions are counted, measure, scope, demandedBy, dates and latencies are asked"
                            + " of the single restriction.")
    @APIResponse(responseCode = "200", description = "`cells`, each with `values`, `count`, `of` and `share`")
    @APIResponse(responseCode = "400", description = "A parameter that was not understood, as application/problem+json")
    public Response counts(@Context UriInfo uri, @Context HttpHeaders headers, @Context Request request) {
        Asked asked = Asked.in(uri);
        Unit unit = asked.text(Unit.PARAMETER)
                .flatMap(word -> Word.of(Unit.class, word))
                .orElse(Unit.CASES);
        StatisticsFormat format = format(asked, headers);
        return answer(
                new CountTable(statistics.count(unit, by(asked), asked.filter(), asked.asOf()), asked.asOf()),
                format,
                request);
    }

    @GET
    @Path("latency")
    @Operation(
            operationId = "latencyStatistics",
            summary = "How many days restrictions lasted until they were lifted in full, as survival curves",
            description =
                    "Turnbull's estimator: a lift can be known between two days only (interval-censored), and what is"
                            + " in force has lasted at least so long (right-censored). Takes every filter of /cases; without"
                            + " `verification` only what is verified counts, and `leftOut` says how many others there are. A"
                            + " group in which fewer than five ended is `insufficient`.")
    @APIResponse(
            responseCode = "200",
            description = "`groups`, each with the `steps` of its curve, numbers at risk and the median")
    @APIResponse(responseCode = "400", description = "A parameter that was not understood, as application/problem+json")
    public Response latencies(@Context UriInfo uri, @Context HttpHeaders headers, @Context Request request) {
        Asked asked = Asked.in(uri);
        StatisticsFormat format = format(asked, headers);
        return answer(
                new LatencyTable(statistics.latencies(by(asked), asked.filter(), asked.asOf()), asked.asOf()),
                format,
                request);
    }

    private static List<Parameter> withFilter(Parameter... own) {
        return Stream.concat(Stream.of(own), CaseFilter.parameters().stream()).toList();
    }

    private static List<Dimension> by(Asked asked) {
        return asked.text(Dimension.PARAMETER).map(Dimension::read).orElse(List.of());
    }

    /** The parameter decides, then what the reader likes best. */
    private static StatisticsFormat format(Asked asked, HttpHeaders headers) {
        return asked.text(Formats.PARAMETER)
                .flatMap(word -> Word.of(StatisticsFormat.class, word))
                .orElseGet(() -> headers.getAcceptableMediaTypes().stream()
                        .flatMap(type -> Stream.of(StatisticsFormat.values())
                                .filter(format -> type.isCompatible(MediaType.valueOf(format.type()))))
                        .findFirst()
                        .orElse(StatisticsFormat.JSON));
    }

    private Response answer(StatisticsTable table, StatisticsFormat format, Request request) {
        byte[] body = format.write(table, mapper);
        EntityTag tag = new EntityTag(Digest.of(body).toString());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(body, format.answered()))
                .tag(tag)
                .build();
    }
}
