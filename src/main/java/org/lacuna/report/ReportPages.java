package org.lacuna.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
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
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Digest;

/** The reports as they stand now. Editions that stay as they were come with their own feature. */
@Path("/reports")
@Blocking
class ReportPages {
    private static final String ID = "{id: [a-z0-9-]+}";
    private static final String SHORTLY = "public, max-age=60";

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance reports(List<Report> reports);

        static native TemplateInstance report(Report report, String article);
    }

    private final Reports reports;
    private final ObjectMapper json;

    ReportPages(Reports reports, ObjectMapper json) {
        this.reports = reports;
        this.json = json;
    }

    @GET
    public Response list(@Context Request request) {
        return answer(request, Templates.reports(reports.all()).render(), "text/html");
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
        Counted counted = reports.count(report);
        return switch (format) {
            case "csv" -> answer(request, Figures.csv(counted), "text/csv");
            case "json" -> answer(request, text(counted), "application/json");
            default ->
                answer(
                        request,
                        Templates.report(report, reports.article(counted)).render(),
                        "text/html");
        };
    }

    private String text(Counted counted) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(Figures.json(counted)) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("counts have no text that JSON could not hold", impossible);
        }
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
