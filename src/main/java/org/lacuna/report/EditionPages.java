package org.lacuna.report;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.page.AsOf;
import org.lacuna.page.Say;
import org.lacuna.page.language.Language;
import org.lacuna.publication.editions.Edition;
import org.lacuna.publication.editions.Editions;

/** Editions as they were published, and what is left of those that have ended. */
@Path("/reports/{id: [a-z0-9-]+}")
@Blocking
class EditionPages {
    private static final String NUMBER = "{number: [1-9][0-9]*}";

    /** What is redacted must be gone from everywhere soon, so nothing is kept for longer. */
    private static final String SHORTLY = "public, max-age=60";

    private static final int SOON = 30;

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance edition(
                Edition edition,
                Optional<Integer> replacedBy,
                String article,
                String recordChange,
                Optional<LocalDate> asOf);
    }

    private final Editions editions;

    EditionPages(Editions editions) {
        this.editions = editions;
    }

    /**
     * An edition, or what is left of it; at the end of a day (UTC) where one is asked for. An edition never changes, so that
     * only whether it was published by then, and what stood in for it, depends on the day.
     *
     * @throws NotFoundException if it was not published, or not by then
     */
    @GET
    @Path(NUMBER)
    public Response page(
            @PathParam("id") String id,
            @PathParam("number") int number,
            @QueryParam("asOf") String asOf,
            @Context Request request) {
        Optional<LocalDate> day = AsOf.read(asOf);
        Edition edition = edition(id, number, day);
        Optional<Integer> replacedBy = edition.replacedBy().filter(other -> published(id, other, day));
        String article = editions.body(id, number, "html")
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .orElse("");
        String digest = editions.document(id, number)
                .map(document -> document.digest().toString())
                .orElse("");
        String text =
                Templates.edition(edition, replacedBy, article, digest, day).render();
        return switch (edition.state()) {
            case PUBLISHED ->
                Response.ok(text, "text/html;charset=UTF-8")
                        .header(HttpHeaders.CACHE_CONTROL, SHORTLY)
                        .build();
            case IN_DOUBT ->
                Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .entity(text)
                        .type("text/html;charset=UTF-8")
                        .header(HttpHeaders.RETRY_AFTER, SOON)
                        .build();
            default ->
                Response.status(Response.Status.GONE)
                        .entity(text)
                        .type("text/html;charset=UTF-8")
                        .build();
        };
    }

    /** The row of the change feed: what was published, by its digests; also of an edition that has ended. */
    @GET
    @Path(NUMBER + "/document.json")
    public Response document(
            @PathParam("id") String id,
            @PathParam("number") int number,
            @QueryParam("asOf") String asOf,
            @Context Request request) {
        edition(id, number, AsOf.read(asOf));
        return editions.document(id, number)
                .map(document -> answer(
                        request,
                        document.body(),
                        "application/json",
                        document.digest().hex()))
                .orElseThrow(() -> new NotFoundException("There is no such edition."));
    }

    @GET
    @Path(NUMBER + ".{format: html|csv|json|pdf}")
    public Response file(
            @PathParam("id") String id,
            @PathParam("number") int number,
            @PathParam("format") String format,
            @QueryParam("asOf") String asOf,
            @Context Request request) {
        Edition edition = edition(id, number, AsOf.read(asOf));
        Edition.File file = edition.files().stream()
                .filter(each -> each.format().equals(format))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("This edition has no such file."));
        Optional<byte[]> body = editions.body(id, number, format);
        if (body.isEmpty()) {
            return Response.status(
                            edition.ended().isPresent() ? Response.Status.GONE : Response.Status.SERVICE_UNAVAILABLE)
                    .entity("See /reports/" + edition.name() + " for what became of this edition.")
                    .type("text/plain;charset=UTF-8")
                    .header(HttpHeaders.RETRY_AFTER, SOON)
                    .build();
        }
        return answer(request, body.get(), file.media(), file.digest().hex());
    }

    private Edition edition(String id, int number, Optional<LocalDate> day) {
        Edition edition = editions.find(id, number)
                .orElseThrow(() -> new NotFoundException(
                        "There is no edition " + number + " of a report named " + id + ", or it is not published."));
        day.filter(each -> !edition.publishedBy(each)).ifPresent(early -> {
            throw new NotFoundException("Edition " + number + " of " + id + " was not published yet on "
                    + Say.in(Language.ENGLISH).day(early) + ".");
        });
        return edition;
    }

    private boolean published(String id, int number, Optional<LocalDate> day) {
        return editions.find(id, number)
                .filter(edition -> day.map(edition::publishedBy).orElse(true))
                .isPresent();
    }

    private static Response answer(Request request, byte[] body, String media, String digest) {
        EntityTag tag = new EntityTag(digest);
        String type = media.equals("application/pdf") ? media : media + ";charset=UTF-8";
        return Optional.ofNullable(request.evaluatePreconditions(tag))
                .orElseGet(() -> Response.ok(body, type))
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, SHORTLY)
                .build();
    }
}
