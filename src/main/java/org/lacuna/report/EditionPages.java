package org.lacuna.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
        static native TemplateInstance edition(Edition edition, String article, String recordChange);
    }

    private final Editions editions;

    EditionPages(Editions editions) {
        this.editions = editions;
    }

    @GET
    @Path(NUMBER)
    public Response page(@PathParam("id") String id, @PathParam("number") int number, @Context Request request) {
        Edition edition = edition(id, number);
        String article = editions.body(id, number, "html")
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .orElse("");
        String digest = editions.document(id, number)
                .map(document -> document.digest().toString())
                .orElse("");
        String text = Templates.edition(edition, article, digest).render();
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
    public Response document(@PathParam("id") String id, @PathParam("number") int number, @Context Request request) {
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
            @Context Request request) {
        Edition edition = edition(id, number);
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

    private Edition edition(String id, int number) {
        return editions.find(id, number)
                .orElseThrow(() -> new NotFoundException(
                        "There is no edition " + number + " of a report named " + id + ", or it is not published."));
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
