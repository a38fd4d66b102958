package org.lacuna.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lacuna.page.AsOf;
import org.lacuna.page.AskedIn;
import org.lacuna.page.Say;
import org.lacuna.page.language.Language;
import org.lacuna.publication.data.DataSets;
import org.lacuna.publication.data.Moment;
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
        static native TemplateInstance reports(List<Listed> reports, Optional<LocalDate> asOf);

        static native TemplateInstance report(
                Report report, List<Edition> editions, String article, Optional<LocalDate> asOf);
    }

    /** A report and its editions, latest first. */
    @TemplateData
    record Listed(Report report, List<Edition> editions) {}

    private final Reports reports;
    private final Editions editions;
    private final LiveFigures figures;
    private final RenderReport render;
    private final DataSets dataSets;
    private final AskedIn asked;

    ReportPages(
            Reports reports,
            Editions editions,
            LiveFigures figures,
            RenderReport render,
            DataSets dataSets,
            AskedIn asked) {
        this.asked = asked;
        this.reports = reports;
        this.editions = editions;
        this.figures = figures;
        this.render = render;
        this.dataSets = dataSets;
    }

    /** The list, with the editions that were published at the end of a day (UTC) where one is asked for. */
    @GET
    public Response list(@QueryParam("asOf") String asOf, @Context Request request) {
        Optional<LocalDate> day = AsOf.read(asOf);
        return answer(request, Templates.reports(listed(day), day).render(), "text/html");
    }

    private List<Listed> listed(Optional<LocalDate> day) {
        return reports.all().stream()
                .map(report -> new Listed(report, editions(report, day)))
                .sorted(Comparator.comparing(
                        listed -> listed.editions().stream()
                                .findFirst()
                                .flatMap(Edition::change)
                                .orElse(0L),
                        Comparator.reverseOrder()))
                .toList();
    }

    private List<Edition> editions(Report report, Optional<LocalDate> day) {
        return editions.of(report.id()).stream()
                .filter(edition -> day.map(edition::publishedBy).orElse(true))
                .toList();
    }

    /**
     * A report, counted now or as the record stood at the end of a day (UTC).
     *
     * @throws BadRequestException for a day that is none or still to come
     */
    @GET
    @Path(ID)
    public Response report(
            @PathParam("id") String id,
            @QueryParam("format") Optional<String> format,
            @QueryParam("asOf") String asOf,
            @Context Request request) {
        return as(format.orElse("html"), id, asOf, request);
    }

    @GET
    @Path(ID + ".csv")
    public Response csv(@PathParam("id") String id, @QueryParam("asOf") String asOf, @Context Request request) {
        return as("csv", id, asOf, request);
    }

    @GET
    @Path(ID + ".json")
    public Response json(@PathParam("id") String id, @QueryParam("asOf") String asOf, @Context Request request) {
        return as("json", id, asOf, request);
    }

    private Response as(String format, String id, String asOf, Request request) {
        Report report =
                reports.find(id).orElseThrow(() -> new NotFoundException("There is no report named " + id + "."));
        if (!report.has(format)) {
            throw new NotFoundException("This report comes as " + String.join(", ", report.formats()) + ".");
        }
        if (format.equals("pdf")) {
            throw new NotFoundException("A PDF is made of editions only; they stand at /reports/" + id + ".");
        }
        Optional<LocalDate> day = AsOf.read(asOf);
        Optional<Moment> earlier = day.map(this::end);
        if (day.isPresent() && countsPersons(report)) {
            return stoodThen(report, day.get(), format);
        }
        Counted counted = earlier.map(moment -> figures.at(report, moment))
                .orElseGet(() -> figures.now(report, countsPersons(report)));
        String text = new String(render.render(counted, format), StandardCharsets.UTF_8);
        return switch (format) {
            case "csv" -> answer(request, text, "text/csv");
            case "json" -> answer(request, text, "application/json");
            default ->
                answer(
                        request,
                        Templates.report(report, editions(report, day), text, day)
                                .render(),
                        "text/html");
        };
    }

    private Moment end(LocalDate day) {
        try {
            return dataSets.at(day);
        } catch (IllegalArgumentException toCome) {
            throw new BadRequestException("asOf: " + toCome.getMessage(), toCome);
        }
    }

    private boolean countsPersons(Report report) {
        return report.persons()
                || report.includes().stream()
                        .flatMap(id -> reports.find(id).stream())
                        .anyMatch(this::countsPersons);
    }

    /** Whoever had persons counted on two days could take one count from the other and know what is withheld. */
    private Response stoodThen(Report report, LocalDate day, String format) {
        Edition edition = editions.latest(Optional.of(report.id()), Optional.of(day))
                .orElseThrow(() -> new NotFoundException("This report counts what came from persons, so it is counted"
                        + " for no day that somebody chooses: from two days one could tell what is withheld to shield"
                        + " them. No edition of it that is served was published by "
                        + Say.in(Language.ENGLISH).day(day) + "."));
        return Response.status(Response.Status.FOUND)
                .header(
                        HttpHeaders.LOCATION,
                        format.equals("html")
                                ? asked.say().path("/reports/" + edition.name()) + "?asOf=" + day
                                : "/reports/" + edition.name() + "." + format)
                .header(HttpHeaders.CACHE_CONTROL, SHORTLY)
                .build();
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
