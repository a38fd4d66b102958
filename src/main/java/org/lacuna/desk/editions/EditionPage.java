package org.lacuna.desk.editions;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.form.CaseFields;
import org.lacuna.page.SentForm;
import org.lacuna.publication.editions.Edition;
import org.lacuna.publication.editions.ReviewEditions;

/** One edition, with what an editor can do about it. */
@Path("/desk/editions/{report}/{number}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class EditionPage {
    private static final int MOST_NOTES = 4000;
    private static final int UNPROCESSABLE = 422;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance edition(Visitor visitor, Edition edition, String article, SentForm form);
    }

    private final Visit visit;
    private final ReviewEditions review;
    private final DecideEdition decide;

    EditionPage(Visit visit, ReviewEditions review, DecideEdition decide) {
        this.visit = visit;
        this.review = review;
        this.decide = decide;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String show(@PathParam("report") String report, @PathParam("number") String number) {
        return render(edition(report, number), SentForm.empty());
    }

    @GET
    @Path("/files/{format}")
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response file(
            @PathParam("report") String report,
            @PathParam("number") String number,
            @PathParam("format") String format) {
        Edition edition = edition(report, number);
        byte[] body = review.body(edition, format)
                .orElseThrow(() -> new NotFoundException("This edition has no such file, or has it no more."));
        String media = edition.files().stream()
                .filter(file -> file.format().equals(format))
                .map(Edition.File::media)
                .findFirst()
                .orElseThrow();
        return Response.ok(body, media.equals("application/pdf") ? media : media + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + report + "-" + number + "." + format + "\"")
                .build();
    }

    @POST
    @Path("/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response publish(@PathParam("report") String report, @PathParam("number") String number, SentForm form) {
        Edition edition = edition(report, number);
        Optional<String> notes = form.text("notes", MOST_NOTES);
        if (!form.value("looked").equals("on")) {
            form.refuse("looked", "Look at the figures first: what is published stays, and everybody can keep it.");
        }
        return done(edition, form, any -> decide.publish(visit.visitor(), edition, notes.orElse("")));
    }

    @POST
    @Path("/refuse")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response refuse(@PathParam("report") String report, @PathParam("number") String number, SentForm form) {
        Edition edition = edition(report, number);
        Optional<String> why = CaseFields.why(form);
        return done(edition, form, any -> decide.refuse(visit.visitor(), edition, why.orElseThrow()));
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(DeskRole.SENIOR)
    public Response withdraw(@PathParam("report") String report, @PathParam("number") String number, SentForm form) {
        Edition edition = edition(report, number);
        Optional<String> why = CaseFields.why(form);
        return done(edition, form, any -> decide.withdraw(visit.visitor(), edition, why.orElseThrow()));
    }

    @POST
    @Path("/again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response again(@PathParam("report") String report, @PathParam("number") String number, SentForm form) {
        Edition edition = edition(report, number);
        Optional<String> why = CaseFields.why(form);
        return done(edition, form, any -> {
            decide.countAgain(visit.visitor(), edition, why.orElseThrow());
            return true;
        });
    }

    private Response done(Edition edition, SentForm form, Predicate<Edition> decision) {
        if (!form.refused() && !decision.test(edition)) {
            form.refuse("decision", "Meanwhile something else became of this edition; look at it again.");
        }
        return form.refused()
                ? Response.status(UNPROCESSABLE)
                        .entity(render(edition(edition.report(), String.valueOf(edition.number())), form))
                        .build()
                : SeeOther.at("/desk/editions").build();
    }

    private Edition edition(String report, String number) {
        return Optional.of(number)
                .filter(text -> text.matches("[1-9][0-9]{0,8}"))
                .flatMap(text -> review.find(report, Integer.parseInt(text)))
                .orElseThrow(() -> new NotFoundException("There is no such edition."));
    }

    private String render(Edition edition, SentForm form) {
        String article = review.body(edition, "html")
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .orElse("");
        return Templates.edition(visit.visitor(), edition, article, form).render();
    }
}
