package org.lacuna.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lacuna.publication.data.DataSets;
import org.lacuna.publication.editions.Edition;
import org.lacuna.publication.editions.Editions;
import org.lacuna.shared.Digest;

/** The reports as they stand now, and which editions there are. */
@Path("/reports")
@Blocking
class ReportPages {
    private static final String ID = "{id: [a-z0-9-]+}";
    private static final String SHORTLY = "public, max-age=60";

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance reports(List<Listed> reports);

        static native TemplateInstance report(Report report, List<Edition> editions, String article);
    }

    /** A report and its editions, latest first. */
    @TemplateData
    record Listed(Report report, List<Edition> editions) {}

    private final Reports reports;
    private final Editions editions;
    private final CountReport count;
    private final RenderReport render;
    private final DataSets dataSets;

    ReportPages(Reports reports, Editions editions, CountReport count, RenderReport render, DataSets dataSets) {
        this.reports = reports;
        this.editions = editions;
        this.count = count;
        this.render = render;
        this.dataSets = dataSets;
    }

    @GET
    public Response list(@Context Request request) {
        return answer(request, Templates.reports(listed()).render(), "text/html");
    }

    private List<Listed> listed() {
        return reports.all().stream()
                .map(report -> new Listed(report, editions.of(report.id())))
                .sorted(Comparator.comparing(
                        listed -> listed.editions().stream()
                                .findFirst()
                                .flatMap(Edition::change)
                                .orElse(0L),
                        Comparator.reverseOrder()))
                .toList();
    }

    @GET
    @Path(ID)
    public Response report(
            @PathParam("id") String id, @QueryParam("format") Optional<String> format, @Context Request request) {
        return as(format.orElse("html"), id, request);
    }

    @GET
    @Path(ID + ".csv")
    public Response csv(@PathParam("id") String id, @Context Request request) {
        return as("csv", id, request);
    }

    @GET
    @Path(ID + ".json")
    public Response json(@PathParam("id") String id, @Context Request request) {
        return as("json", id, request);
    }

    private Response as(String format, String id, Request request) {
        Report report =
                reports.find(id).orElseThrow(() -> new NotFoundException("There is no report named " + id + "."));
        if (!report.has(format)) {
            throw new NotFoundException("This report comes as " + String.join(", ", report.formats()) + ".");
        }
        if (format.equals("pdf")) {
            throw new NotFoundException("A PDF is made of editions only; they stand at /reports/" + id + ".");
        }
        Counted counted = count.count(report, dataSets.now(), any -> {});
        String text = new String(render.render(counted, format), StandardCharsets.UTF_8);
        return switch (format) {
            case "csv" -> answer(request, text, "text/csv");
            case "json" -> answer(request, text, "application/json");
            default ->
                answer(request, Templates.report(report, editions.of(id), text).render(), "text/html");
        };
    }

    private static Response answer(Request request, String text, String type) {
        EntityTag tag = new EntityTag(Digest.of(text).hex());
        return Optional.ofNullable(request.evaluatePreconditions(tag))
                .orElseGet(() -> Response.ok(text, type + ";charset=UTF-8"))
                .tag(tag)
                .header("Cache-Control", SHORTLY)
                .build();
    }
}
